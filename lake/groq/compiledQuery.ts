import type { ExprNode } from 'groq-js'
import type { WayIn } from './narrowing.ts'
import type { TextTerms } from './textQuery.ts'

/** Where a filter over the whole dataset finds its candidates: the shortest of these lists. */
export interface Source {
  fixed: readonly { way: WayIn; strings: readonly string[] }[]
  /** The way that the string of an outer document opens. */
  outer: WayIn | undefined
}

/** A full-text condition: what it looks at in a document, and for what. */
export interface TextSearch {
  left: ExprNode
  terms: TextTerms
}

/** A query made ready: its tree refers to `sources` and `searches` by their places. */
export interface CompiledQuery {
  tree: ExprNode
  sources: readonly Source[]
  searches: readonly TextSearch[]
  /** Whether some part reads the dataset by something else than types or ids, so that any change may concern it. */
  readsEverything: boolean
}

/*
 * groq-js has no way to add functions, but asks a hook for the target of every `->`. An id that begins with a
 * null character, which no document's can, is one of ours: `\0source:<place>[:<string>]` answers with
 * `{list}`, the candidates, and `\0search:<place>:<id>` with `{hit}`.
 */
export const sourcePrefix = '\0source:'
export const searchPrefix = '\0search:'
