import { createClient, type SanityClient } from '@sanity/client'
import { getEnvironment } from './env.ts'

/** The newest API whose default perspective and errors the queries were written against. */
const API_VERSION = '2025-09-01'
const TIMEOUT_MS = 10_000

let client: SanityClient | undefined

/** The portal's client: published content only, read at the source, since pages are cached by Next itself. */
export const getClient = (): SanityClient => {
  client ??= createClientFor()
  return client
}

const createClientFor = () => {
  const { projectId, dataset, apiHost, readToken } = getEnvironment()
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
    ...(readToken === undefined ? {} : { token: readToken }),
    ...(apiHost === undefined ? {} : { apiHost, useProjectHostname: false }),
  })
}
