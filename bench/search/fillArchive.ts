import { join } from 'node:path'
import { inTransaction, openDatabase } from '../../lake/store/database.ts'
import { ensureDataset } from '../../lake/store/datasets.ts'
import { DocumentWriter } from '../../lake/store/documentWriter.ts'
import { articlesInBlock } from '../../scripts/newsroom/archive/archive.ts'
import { openArchive } from '../../scripts/newsroom/archive/openArchive.ts'
import type { SeedDocument } from '../../scripts/newsroom/documents/document.ts'
import { readNewsroomFile } from '../../scripts/newsroom/load/newsroomFile.ts'

const seedFolder = join(import.meta.dirname, '../../sanity/seed')
const day = new Date(0).toISOString()

/**
 * The demonstration newsroom and so many generated articles beside it, straight through the store. Pictures have no
 * files behind them. Answers the headlines, in the order of the archive.
 */
export function fillArchive(dataDir: string, dataset: string, articles: number): string[] {
  const database = openDatabase(dataDir)
  try {
    ensureDataset(database, dataset, 'public', day)
    const write = (documents: readonly SeedDocument[]) =>
      inTransaction(database, () => {
        const writer = new DocumentWriter(database, dataset)
        for (const document of documents)
          writer.write({ ...document, _rev: 'filled', _createdAt: day, _updatedAt: day })
        writer.writeWords()
      })
    const archive = openArchive(seedFolder, 1)
    write(readNewsroomFile(join(seedFolder, 'newsroom')))
    write(archive.sources())
    const headlines: string[] = []
    for (let block = 0; block * articlesInBlock < articles; block += 1) {
      const documents = archive.block(block)
      write(documents)
      for (const { headline } of documents) if (typeof headline === 'string') headlines.push(headline)
    }
    return headlines
  } finally {
    database.close()
  }
}
