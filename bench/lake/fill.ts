import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../../lake/store/database.ts'
import { ensureDataset } from '../../lake/store/datasets.ts'
import { DocumentWriter } from '../../lake/store/documentWriter.ts'
import { type NewsroomSize, newsroomOf } from './newsroomOf.ts'

const documentsAtOnce = 1000

/**
 * Fills a dataset straight through the store, without history: much faster than a client could, and what
 * queries read is the same. Answers how many documents there are.
 */
export function fillDataset(database: DatabaseSync, dataset: string, size: NewsroomSize): number {
  ensureDataset(database, dataset, 'public', new Date(0).toISOString())
  const documents = newsroomOf(size)
  let written = 0
  for (let batch = take(documents); batch.length > 0; batch = take(documents)) {
    inTransaction(database, () => {
      const writer = new DocumentWriter(database, dataset)
      for (const document of batch) writer.write(document)
      writer.writeWords()
    })
    written += batch.length
  }
  return written
}

function take<T>(source: Iterator<T>): T[] {
  const taken: T[] = []
  while (taken.length < documentsAtOnce) {
    const next = source.next()
    if (next.done) break
    taken.push(next.value)
  }
  return taken
}
