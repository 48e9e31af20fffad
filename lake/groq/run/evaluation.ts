import { type ExprNode, evaluateSync } from 'groq-js'
import { LakeError } from '../../http/errors.ts'
import { refersToAny } from '../../store/heldReferences.ts'
import type { Perspective } from '../perspective.ts'
import { askable, askNode } from '../plan/ask.ts'
import { stringsOf } from '../plan/conditionValues.ts'
import { queryFailure } from '../queryError.ts'
import { hasText, parseTextQuery, relevanceOf, SoughtText, toSearchable } from '../searchText.ts'
import type { QueryDocument } from './documentSource.ts'

/** Who asks, when, and about what. */
export interface EvaluationScope {
  /** What `identity()` answers. */
  identity: string
  sanity: { projectId: string; dataset: string }
  now: Date
  perspective: Perspective
}

/** The documents that an evaluation may come to. */
export interface Reach {
  /** What `*` is where nothing is planned. */
  everything: readonly QueryDocument[]
  follow: (id: string) => QueryDocument | undefined
  take: (place: number, outers: readonly unknown[]) => readonly unknown[]
  count: (place: number, outers: readonly unknown[]) => number
}

/** groq-js with the lake's additions to it, over documents that are reached one by one. */
export class Evaluation {
  readonly #reach: Reach
  readonly #options: Parameters<typeof evaluateSync>[1]

  constructor(scope: EvaluationScope, reach: Reach) {
    this.#reach = reach
    this.#options = {
      dataset: reach.everything,
      params: askable(([question, ...values]) => kept(() => this.#answer(question, values))),
      identity: scope.identity,
      sanity: scope.sanity,
      timestamp: scope.now,
      dereference: ({ _ref: id }) => kept(() => reach.follow(id)),
    }
  }

  /**
   * The value of a tree where it has `outers` around it: in a filter that stood there `^` would be the first.
   *
   * @throws LakeError 400 when it cannot be evaluated
   */
  evaluate(node: ExprNode, outers: readonly unknown[] = []): unknown {
    if (outers.length > 1) return this.#evaluateInside(node, outers)
    return explained(() => evaluateSync(node, { ...this.#options, root: outers[0] }).data ?? null)
  }

  /** What an expression is for every value, as the expression of a filter over them. */
  each(values: readonly unknown[], expr: ExprNode, outers: readonly unknown[]): unknown[] {
    const noted: unknown[] = []
    const note = askNode('note', { type: 'Value', value: noted }, expr)
    this.evaluate({ type: 'Filter', base: { type: 'Value', value: values }, expr: note }, outers)
    return noted
  }

  /** Every scope but the nearest has to be made by a filter over one value. */
  #evaluateInside(node: ExprNode, outers: readonly unknown[]): unknown {
    const [nearest, ...others] = outers
    const [value] = this.each([nearest], node, others)
    return value ?? null
  }

  #answer(question: unknown, values: readonly unknown[]): unknown {
    switch (question) {
      case 'take':
        return this.#reach.take(Number(values[0]), values.slice(1))
      case 'count':
        return this.#reach.count(Number(values[0]), values.slice(1))
      case 'hit':
        return isHit(values[0], values[1])
      case 'rank':
        // `boost` adds it to the 1 that it gives for true.
        return rank(values[0], values[1]) - 1
      case 'refers':
        return refersToAny(values[0], stringsOf(values[1]))
      case 'note':
        if (Array.isArray(values[0])) values[0].push(values[1])
        return false
      default:
        throw new Error(`A tree asked for ${question}.`)
    }
  }
}

function isHit(text: unknown, words: unknown): boolean {
  if (words instanceof SoughtText) return words.isIn(text)
  if (typeof words !== 'string' || text === null) return false
  return hasText(toSearchable(text), termsOf(words))
}

function rank(text: unknown, words: unknown): number {
  if (words instanceof SoughtText) return words.relevanceIn(text)
  if (typeof words !== 'string' || text === null) return 0
  return relevanceOf(toSearchable(text), termsOf(words))
}

let lastWords = ''
let lastTerms = parseTextQuery(lastWords)

/** A query asks for the same words of one document after the other. */
function termsOf(words: string) {
  if (words !== lastWords) {
    lastTerms = parseTextQuery(words)
    lastWords = words
  }
  return lastTerms
}

/** Something that went wrong on this side of groq-js, and is not the query's fault. */
class OwnFailure extends Error {}

function kept<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const isExplained =
      error instanceof LakeError || error instanceof RangeError || error instanceof OwnFailure
    throw isExplained ? error : new OwnFailure('The documents could not be read.', { cause: error })
  }
}

/** @throws LakeError 400 for what groq-js cannot evaluate */
function explained<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof LakeError || error instanceof OwnFailure) throw error
    if (error instanceof RangeError) throw queryFailure('queryEvaluationError', 'The query nests too deeply.')
    const reason = error instanceof Error ? error.message : String(error)
    throw queryFailure('queryEvaluationError', `The query cannot be evaluated: ${reason}`)
  }
}
