import type { Reach } from '../auth/access.ts'
import type { Perspective } from '../groq/perspective.ts'

/** Which documents of a dataset a query sees, and under which ids: one perspective of one kind of caller. */
export interface DatasetScope {
  dataset: string
  perspective: Perspective
  reach: Reach
}

/** Words to be found next to each other; `open` when the last one may go on (`begin*`). */
export interface TextPart {
  words: readonly string[]
  open: boolean
}

/**
 * One thing that must hold of a document, answered from indexes. Ids are those that the scope shows.
 * All but `text` are exact: they hold of a document if and only if the GROQ that they stand for does.
 */
export type Condition =
  | { by: 'type'; types: readonly string[] }
  | { by: 'id'; ids: readonly string[] }
  /** The `_id` begins so. */
  | { by: 'idPrefix'; prefix: string }
  /** The published id of the stored document is one of these. */
  | { by: 'group'; ids: readonly string[] }
  /** `slug.current` is one of these. */
  | { by: 'slug'; slugs: readonly string[] }
  /**
   * Holds a `_ref` to one of these ids: anywhere, or at `path`, in which `[]` stands for every element of a
   * list (`category`, `countries[]`, `sections[].points[].sources[]`).
   */
  | { by: 'reference'; targets: readonly string[]; path?: string }
  /** The string at a path of attributes (`publishedAt`, `seo.reviewedAt`), compared as GROQ compares strings. */
  | { by: 'date'; path: string; operator: '<' | '<=' | '>' | '>='; value: string }
  /** There is something other than null at the path. */
  | { by: 'defined'; path: string }
  /**
   * Has all these words somewhere, in a field or in several. Every document whose text matches is among those
   * found, others may be. `words` are those of `text::query`, `tokens` those of GROQ's `match`. `fields`: attributes at
   * the top, each word stands below one of them.
   */
  | { by: 'text'; kind: 'words' | 'tokens'; all: readonly TextPart[]; fields?: readonly string[] }

/** A document as it is read: whole, or with those of its attributes that were asked for. */
export interface FoundDocument {
  _id: string
  _type: string
  [field: string]: unknown
}

export interface Selection {
  /** All of them hold. None: every document of the scope. */
  conditions: readonly Condition[]
  /** By what is at a path of attributes (`_id` included), as GROQ's `order()`; the order among equals is left open. Without one: by id. */
  order?: { path: string; direction: 'asc' | 'desc' }
  /**
   * The attributes at the top that will be looked at; `_id`, `_type` and, in a perspective, `_originalId` are always
   * there, all others may be left out. Without it: whole documents.
   */
  fields?: readonly string[]
  /** How many of the first documents are likely to be wanted: no more need be got ready at once. */
  likely?: number
  /** `all`: every one of them will be looked at, soon again perhaps; `until`: perhaps, and they may be as good as all documents. */
  scans?: 'all' | 'until' | undefined
}
