import { createClient } from '@sanity/client'
import type { NewsroomAddresses } from './newsroom.ts'
import { getNewsroom } from './sharedNewsroom.ts'

type Lake = Pick<NewsroomAddresses, 'studioUrl' | 'writeToken'>

/** The real client against a newsroom's lake, if nothing else is said the shared one's, with its write token. */
export function openClient({ studioUrl, writeToken }: Lake = getNewsroom()) {
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
