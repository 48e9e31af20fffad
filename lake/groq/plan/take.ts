import type { ExprNode } from 'groq-js'
import type { SoughtText } from '../searchText.ts'
import type { TextScore } from './textScore.ts'
import type { TermConditions } from './waitingConditions.ts'

/** One term of a filter: how to test a document for it, and what indexes know of it. */
export interface Term {
  test: ExprNode
  conditions: TermConditions | undefined
  /** The same test without groq-js, where it is about known words alone. */
  text: SoughtText | undefined
  /** Attributes that the test looks at; undefined when it takes the document as a whole. */
  fields: readonly string[] | undefined
}

/** What is done to documents that passed, one after the other, as groq-js would do it to a list of them. */
export type Step =
  | { kind: 'filter'; expr: ExprNode }
  | { kind: 'map'; expr: ExprNode }
  | { kind: 'flatMap'; expr: ExprNode }
  | { kind: 'score'; args: readonly ScoreArgument[] }

export interface ScoreArgument {
  node: ExprNode
  /** The same without groq-js, where it is about known words alone. */
  text: TextScore | undefined
}

export interface OrderKey {
  key: ExprNode
  descending: boolean
}

/**
 * What a query takes from the dataset at one of its `*`. The elements come in the order of their ids, or of their
 * scores: where only the first of another order are wanted the tree orders and slices what it is given once more.
 */
export interface Take {
  terms: readonly Term[]
  steps: readonly Step[]
  /** Only that many of the first are looked at, in this order; undefined: all. */
  first: { count: number; order: readonly OrderKey[]; path: OrderPath | undefined } | undefined
  /** Of the first, so many are passed over: nothing but their order matters. */
  passedOver: number
  /** Attributes that scores and orders look at; undefined when they take the document as a whole. */
  ranked: readonly string[] | undefined
  /** Attributes that anything but the terms looks at, in the take or behind it. */
  wanted: readonly string[] | undefined
  /** How many of the values around the filter (`^`, `^.^` …) the take is handed. */
  outers: number
}

/** The attribute of documents that the first key of an order reads. */
export interface OrderPath {
  path: string
  direction: 'asc' | 'desc'
}
