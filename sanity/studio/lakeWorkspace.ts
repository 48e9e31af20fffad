import { createClient } from '@sanity/client'
import type { WorkspaceOptions } from 'sanity'
import { createLakeFetch } from './streams/lakeFetch.ts'

/**
 * What a Studio needs beside project and dataset when its content is in a lake of ours: the lake's address, its own
 * log-in, its streams over one socket, and none of the add-ons that only the hosted service has.
 */
export function lakeWorkspace(lakeHost: string) {
  const lakeFetch = createLakeFetch()
  silenceProtocolWarning()
  return {
    apiHost: lakeHost,
    auth: { loginMethod: 'token' },
    // The options carry token, headers and request tags of the Studio: all pass through.
    unstable_clientFactory: (options) =>
      createClient({ ...options, useProjectHostname: false, resolveFetch: () => lakeFetch }),
    document: { comments: { enabled: false } },
    tasks: { enabled: false },
    // The former way of scheduling, by a service beside the lake; releases and scheduled drafts are the lake's own.
    scheduledPublishing: { enabled: false },
    announcements: { enabled: false },
    mediaLibrary: { enabled: false },
    apps: { canvas: { enabled: false } },
  } satisfies Partial<WorkspaceOptions>
}

/**
 * The Studio warns of HTTP/1.1 because its streams would use up the browser's connections. Ours share one socket, so
 * the warning is answered before it is given, as its own "Don't show again for this session" would.
 */
function silenceProtocolWarning(): void {
  if (typeof sessionStorage === 'undefined') return
  sessionStorage.setItem('sanity-studio.network.check.snooze', new Date().toISOString())
}
