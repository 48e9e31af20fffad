import { isDeepStrictEqual } from 'node:util'
import type { SanityClient } from '@sanity/client'
import type { SeedDocument } from '../documents/document.ts'
import { batchesOf, planLoad } from './loadPlan.ts'
import { readNewsroomFile } from './newsroomFile.ts'
import { placePictures } from './pictures.ts'

export interface Loaded {
  written: number
  unchanged: number
  uploaded: number
}

/** Whether a newsroom is at work in the dataset: one article, draft or published, is enough. */
export const hasArticles = (client: SanityClient) =>
  client.fetch<boolean>('count(*[_type == "article"][0..0]) > 0')

/**
 * Brings the dataset to what the import file in `folder` says, for the documents it names. What is already so is not
 * written again, so loading twice leaves revisions and history as they are.
 */
export async function loadNewsroom(
  client: SanityClient,
  folder: string,
  onProgress: (line: string) => void,
): Promise<Loaded> {
  const seed = readNewsroomFile(folder)
  onProgress(`Loading ${seed.length} documents into ${client.config().projectId}/${client.config().dataset}`)
  const { documents, uploaded } = await placePictures(client, folder, seed, onProgress)
  onProgress(`Pictures: ${uploaded} sent`)
  const stored = await storedDocuments(client, documents)
  const changed = documents.filter((document) => !isStoredAs(document, stored.get(document._id)))
  const plan = planLoad(changed, new Set(stored.keys()))
  const steps = [...plan.batches, ...batchesOf(plan.forwardReferring, 100)]
  for (const [index, batch] of steps.entries()) {
    await write(client, batch)
    onProgress(`Documents: transaction ${index + 1} of ${steps.length}`)
  }
  return { written: changed.length, unchanged: documents.length - changed.length, uploaded }
}

async function storedDocuments(client: SanityClient, documents: SeedDocument[]) {
  const batches = batchesOf(
    documents.map(({ _id }) => _id),
    100,
  )
  const answers = await Promise.all(
    batches.map((ids) => client.fetch<SeedDocument[]>('*[_id in $ids]', { ids })),
  )
  const assets = await client.fetch<SeedDocument[]>('*[_type == "sanity.imageAsset"]{_id, _type}')
  return new Map([...answers.flat(), ...assets].map((document) => [document._id, document]))
}

function isStoredAs(document: SeedDocument, stored: SeedDocument | undefined): boolean {
  if (!stored) return false
  const { _rev, _createdAt, _updatedAt, _system, ...content } = stored
  return isDeepStrictEqual(content, document)
}

async function write(client: SanityClient, documents: SeedDocument[]): Promise<void> {
  const mutations = documents.map((document) => ({ createOrReplace: document }))
  await client.mutate(mutations, { visibility: 'sync', returnDocuments: false })
}
