import type { RichText } from './common.ts'

/** A standing page: about, standards, corrections policy. */
export interface Page {
  title: string
  body: RichText
  revision: string
}
