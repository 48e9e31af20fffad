import type { Instant } from './common.ts'

/** A page that was taken from readers. */
export interface Withdrawal {
  kind: 'withdrawn'
  isArticle: boolean
  /** What it was called, where that may be said. */
  title: string | undefined
  at: Instant | undefined
}

/** What became of a page that is no longer at an address. */
export type Departure = { kind: 'moved'; href: string } | Withdrawal
