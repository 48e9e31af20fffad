import { createClient, type SanityClient } from '@sanity/client'
import { getEnvironment } from './env.ts'

/** The newest API whose default perspective and errors the queries were written against. */
const API_VERSION = '2025-09-01'
const TIMEOUT_MS = 10_000

let client: SanityClient | undefined
let writer: SanityClient | undefined

/** The portal's client: published content only, read at the source, since pages are cached by Next itself. */
export const getClient = (): SanityClient => {
  client ??= createClientWith(getEnvironment().readToken)
  return client
}

/**
 * The worker's client, which may write.
 * @throws Error that names the variable when there is no token to write with.
 */
export const getWritingClient = (): SanityClient => {
  const { writeToken } = getEnvironment()
  if (writeToken === undefined)
    throw new Error('The environment variable SANITY_WRITE_TOKEN is not set: the worker cannot write.')
  writer ??= createClientWith(writeToken)
  return writer
}

const createClientWith = (token: string | undefined) => {
  const { projectId, dataset, apiHost } = getEnvironment()
  return createClient({
    projectId,
    dataset,
    apiVersion: API_VERSION,
    perspective: 'published',
    useCdn: false,
    stega: false,
    timeout: TIMEOUT_MS,
    maxRetries: 1,
    // Looked up at each call: Next replaces the global fetch to cache and tag what it brings.
    resolveFetch: () => (input, init) => globalThis.fetch(input, init),
    ...(token === undefined ? {} : { token }),
    ...(apiHost === undefined ? {} : { apiHost, useProjectHostname: false }),
  })
}
