import { ClientError, type SanityClient } from '@sanity/client'
import { z } from 'zod'
import type { SeedDocument } from '../documents/document.ts'

const longestWait = 60_000
const answerSchema = z.object({ results: z.array(z.object({ operation: z.string() })) })

/** Most bytes that UTF-8 takes for a unit of a JavaScript string. */
const longestUnit = 3

/**
 * Makes documents where they are missing, in one transaction, and answers how many were. As `client.mutate` does, but
 * that writes all of them out as JSON twice, which takes as long as making them.
 *
 * @throws ClientError
 */
export async function createMissing(
  client: SanityClient,
  documents: readonly SeedDocument[],
): Promise<number> {
  const { dataset, token } = client.config()
  const url = client.getUrl(`/data/mutate/${dataset}?returnIds=true&returnDocuments=false&visibility=async`)
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: requestOf(documents),
    signal: AbortSignal.timeout(longestWait),
  })
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok)
    throw new ClientError({
      ...{ url, method: 'POST', body, statusCode: response.status, statusMessage: response.statusText },
      headers: Object.fromEntries(response.headers),
    })
  const { results } = answerSchema.parse(body)
  return results.filter(({ operation }) => operation === 'create').length
}

/** As bytes, each document by itself: as one text all of them would be widened and copied for the sake of a few letters. */
function requestOf(documents: readonly SeedDocument[]): Uint8Array<ArrayBuffer> {
  const mutations = documents.map((document) => JSON.stringify({ createIfNotExists: document }))
  const [begin, end] = ['{"mutations":[', ']}']
  const characters = mutations.reduce((sum, { length }) => sum + length + 1, begin.length + end.length)
  const bytes = Buffer.allocUnsafeSlow(characters * longestUnit)
  let size = bytes.write(begin)
  for (const [place, mutation] of mutations.entries()) {
    if (place > 0) size += bytes.write(',', size)
    size += bytes.write(mutation, size)
  }
  size += bytes.write(end, size)
  return bytes.subarray(0, size)
}
