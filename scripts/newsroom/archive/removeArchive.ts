import type { SanityClient } from '@sanity/client'
import { archivePrefix } from './archive.ts'

const documentsInTransaction = 500

/** Removes the documents of an archive, whoever has written in them since; answers how many there were. */
export async function removeArchive(
  client: SanityClient,
  seed: number,
  onProgress: (line: string) => void,
): Promise<number> {
  let removed = 0
  // Those who refer to others go first.
  for (const type of ['article', 'story', 'source']) {
    const findSome = () => find(client, type, archivePrefix(type, seed))
    for (let ids = await findSome(); ids.length > 0; ids = await findSome()) {
      await client.mutate(
        ids.map((id) => ({ delete: { id } })),
        { visibility: 'sync', returnDocuments: false },
      )
      removed += ids.length
      onProgress(`Removed: ${removed} documents`)
    }
  }
  return removed
}

const find = (client: SanityClient, type: string, prefix: string) =>
  client.fetch<string[]>(
    `*[_type == $type && string::startsWith(_id, $prefix)][0...${documentsInTransaction}]._id`,
    { type, prefix },
  )
