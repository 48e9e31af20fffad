import type { LakeOptions } from './context.ts'

/**
 * What callers may ask of a lake: every limit that an operator can change (`LAKE_LIMITS`), in one place. A caller is an
 * account or a token, and for guests the address that their connection comes from. What one query may take is in
 * `groq/queryLimits.ts`. The hosted service's own limits are at sanity.io/docs/content-lake/technical-limits; ours are
 * wider where somebody's own machine should not be slowed down, such as for imports.
 */
export interface LakeLimits {
  /** Requests of a guest in a second, on average over ten. Pictures, files and the Studio's own parts are not counted. */
  guestRequests: number
  /** Requests of an account or a token in a second, on average over ten. */
  memberRequests: number
  /** Mutations and actions (requests, not documents) of a caller in a second, on average over ten. */
  writes: number
  /** Uploads of a caller in a second, on average over ten. */
  uploads: number
  /** Queries that a guest may have under way or waiting at once. */
  guestQueriesAtOnce: number
  /** Queries that an account or a token may have under way or waiting at once. */
  memberQueriesAtOnce: number
  /** Event streams that a caller may have open at once. */
  streamsAtOnce: number
  /** Event streams that may be open at once, of all callers: each keeps a little memory and looks at every change. */
  streams: number
  /** Uploads of a caller at once, and exports. */
  transfersAtOnce: number
  /** WebSockets from one address at once. */
  socketsPerAddress: number
  /** Messages that a WebSocket may send in a second, on average over ten. */
  socketMessages: number
  /** Connections from one address at once; behind a proxy all readers have the proxy's. */
  connectionsPerAddress: number
  /** Connections at once. */
  connections: number
  /** Bytes of the body of a query, a mutation or actions: 4 MB, as the hosted service takes. */
  bodyBytes: number
  /** Milliseconds until the head of a request must have arrived. */
  headTime: number
  /** Milliseconds until the body of a query, a mutation or actions must have arrived. */
  bodyTime: number
  /** Milliseconds until any request must have arrived whole, an upload too. */
  requestTime: number
  /** Milliseconds until a presence socket must have said who it is. */
  introductionTime: number
}

export const usualLimits: LakeLimits = {
  guestRequests: 500,
  memberRequests: 2_000,
  writes: 1_000,
  uploads: 100,
  guestQueriesAtOnce: 100,
  memberQueriesAtOnce: 500,
  streamsAtOnce: 500,
  streams: 2_000,
  transfersAtOnce: 20,
  socketsPerAddress: 500,
  socketMessages: 50,
  connectionsPerAddress: 2_000,
  connections: 10_000,
  bodyBytes: 4_000_000,
  headTime: 30_000,
  bodyTime: 60_000,
  requestTime: 15 * 60_000,
  introductionTime: 15_000,
}

/** The limits of a lake: the usual ones but for those that its options name. */
export function limitsOf({ limits }: Pick<LakeOptions, 'limits'>): LakeLimits {
  return { ...usualLimits, ...limits }
}
