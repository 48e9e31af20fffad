import { createClient } from '@sanity/client'
import { getNewsroom } from './sharedNewsroom.ts'

/** The real client against the shared newsroom's lake, with its write token. */
export function openClient() {
  const { studioUrl, writeToken } = getNewsroom()
  return createClient({
    projectId: 'meridian',
    dataset: 'production',
    apiVersion: '2025-09-01',
    perspective: 'raw',
    useCdn: false,
    token: writeToken,
    apiHost: studioUrl,
    useProjectHostname: false,
  })
}
