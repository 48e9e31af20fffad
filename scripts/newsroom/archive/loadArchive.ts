import type { SanityClient } from '@sanity/client'
import type { SeedDocument } from '../documents/document.ts'
import { loadNewsroom } from '../load/loadNewsroom.ts'
import { batchesOf } from '../load/loadPlan.ts'
import { mapSeveral } from '../load/mapSeveral.ts'
import { type Archive, blocksOf } from './archive.ts'
import { createMissing } from './createMissing.ts'

/** Transactions that are under way together: while one is written the next is put together. */
export const transactionsAtOnce = 3
const documentsInTransaction = 200
const articlesBetweenReports = 5_000

export interface ArchiveLoaded {
  written: number
  /** Documents that were there already, as somebody may have changed them since. */
  present: number
}

/**
 * Writes so many articles of the archive, with what they refer to. Documents that are there stay as they are, so that
 * it can be run again, after an interruption or for more articles.
 */
export async function loadArchive(
  client: SanityClient,
  archive: Archive,
  { articles, newsroomFolder }: { articles: number; newsroomFolder: string },
  onProgress: (line: string) => void,
): Promise<ArchiveLoaded> {
  await ensureNewsroom(client, newsroomFolder, onProgress)
  const sum = { written: 0, present: 0 }
  const write = async (documents: SeedDocument[]) => {
    const written = await createMissing(client, documents)
    sum.written += written
    sum.present += documents.length - written
  }
  await mapSeveral(batchesOf(archive.sources(), documentsInTransaction), transactionsAtOnce, write)
  const report = reporter(articles, onProgress)
  await mapSeveral(blocksOf(articles), transactionsAtOnce, async (block) => {
    await write(archive.block(block.number, block.articles))
    report(block.articles)
  })
  return sum
}

/** The demonstration newsroom is put in place where it is not: the archive refers to it. */
async function ensureNewsroom(client: SanityClient, folder: string, onProgress: (line: string) => void) {
  const [desks, pictures] = await Promise.all([
    client.fetch<number>('count(*[_type == "category"])'),
    client.fetch<number>('count(*[_type == "sanity.imageAsset"])'),
  ])
  if (desks > 0 && pictures > 0) return
  onProgress('The demonstration newsroom is not there yet: loading it first')
  await loadNewsroom(client, folder, onProgress)
}

function reporter(articles: number, onProgress: (line: string) => void) {
  const began = performance.now()
  let [done, reported] = [0, 0]
  return (more: number) => {
    done += more
    if (done < articles && done - reported < articlesBetweenReports) return
    reported = done
    const rate = Math.round(done / ((performance.now() - began) / 1000))
    onProgress(`Articles: ${done} of ${articles}, ${rate} a second`)
  }
}
