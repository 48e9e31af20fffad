import type { EventEmitter } from 'node:events'
import type { DatabaseSync } from 'node:sqlite'
import type { Logger } from 'pino'
import type { QueryLimits } from './groq/queryLimits.ts'
import type { LakeLimits } from './limits.ts'

/** Roles as the hosted service names them, from most to least. */
export type Role = 'administrator' | 'editor' | 'developer' | 'contributor' | 'viewer'

/** Who is asking. `id` is what history records as the author. */
export type Identity =
  | { kind: 'user'; id: string; name: string; email: string; role: Role; tokenHash: string }
  | { kind: 'token'; id: string; name: string; role: Role; tokenHash: string }
  | { kind: 'anonymous'; id: 'anonymous' }

/** One document's part of a committed transaction, as listeners, webhooks and live events read it. */
export interface DocumentChange {
  seq: number
  dataset: string
  documentId: string
  transactionId: string
  author: string
  timestamp: string
  transition: 'appear' | 'update' | 'disappear'
  previousRev: string | undefined
  resultRev: string | undefined
  mutations: object[]
  effects: { apply: unknown[]; revert: unknown[] }
  before: SanityDocument | undefined
  after: SanityDocument | undefined
}

/** All changes of one committed transaction, in order. */
export interface CommittedTransaction {
  dataset: string
  transactionId: string
  changes: DocumentChange[]
}

export interface SanityDocument {
  _id: string
  _type: string
  _rev: string
  _createdAt: string
  _updatedAt: string
  [field: string]: unknown
}

export interface LakeOptions {
  /** Folder of the database and the assets. */
  dataDir: string
  projectId: string
  /** The address that browsers reach the lake by, without a slash at the end: `http://localhost:3333`. */
  publicUrl: string
  /** The readers' site, for links in the Studio and the log-in page. */
  siteUrl?: string
  /** Folder of the built Studio; without it `/` says how to build it. */
  studioDir?: string
  log: Logger
  /** Milliseconds since 1970. */
  now: () => number
  /** A new random identifier of 22 characters. */
  newId: () => string
  /** What one query may take of time, memory and room; what is left out is as usual. */
  queryLimits?: Partial<QueryLimits>
  /** What callers may ask; what is left out is as usual. */
  limits?: Partial<LakeLimits>
  /** Runs `work` once after so many milliseconds and answers how to call it off; the machine's timers by default. */
  schedule?: (milliseconds: number, work: () => void) => () => void
}

/** What every part of the lake is given. */
export interface LakeContext extends LakeOptions {
  database: DatabaseSync
  /**
   * Emits `transaction` ([CommittedTransaction]) after each commit, `revoked` ([tokenHash]) when a token or session
   * ends, `dataset` ([name]) when one is deleted or opened or closed to the public, and `webhooks` when they changed.
   */
  bus: EventEmitter<{
    transaction: [CommittedTransaction]
    revoked: [string]
    dataset: [string]
    webhooks: []
  }>
}

/** What the middleware leaves for routes: `context.get('identity')`. */
export interface LakeRequest {
  Variables: { identity: Identity }
}
