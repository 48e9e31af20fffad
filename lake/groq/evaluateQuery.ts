import { evaluateSync } from 'groq-js'
import type { SanityDocument } from '../context.ts'
import {
  type CompiledQuery,
  type Source,
  searchPrefix,
  sourcePrefix,
  type TextSearch,
} from './compiledQuery.ts'
import type { DocumentIndex } from './documentIndex.ts'
import { candidatesOf } from './narrowing.ts'
import { queryFailure } from './queryError.ts'
import { hasText, toSearchable } from './textQuery.ts'

export interface EvaluationScope {
  index: DocumentIndex
  params: Record<string, unknown>
  /** What `identity()` answers. */
  identity: string
  sanity: { projectId: string; dataset: string }
  now: Date
}

export interface Evaluation {
  /** Plain JSON but for values that have a `toJSON`. */
  result: unknown
  /** Types of the documents that `->` came to. */
  followedTypes: ReadonlySet<string>
  /** Ids that `->` asked for and that are not there. */
  missingIds: ReadonlySet<string>
}

/**
 * Evaluates a compiled query against the documents of one view.
 *
 * @throws LakeError 400 for functions that the engine does not have
 */
export function evaluateQuery(query: CompiledQuery, scope: EvaluationScope): Evaluation {
  const followedTypes = new Set<string>()
  const missingIds = new Set<string>()
  const follow = (id: string) => {
    const document = scope.index.get(id)
    if (document) followedTypes.add(document._type)
    else missingIds.add(id)
    return document
  }
  const value = run(() =>
    evaluateSync(query.tree, {
      dataset: scope.index.all.list,
      params: scope.params,
      identity: scope.identity,
      sanity: scope.sanity,
      timestamp: scope.now,
      dereference: ({ _ref: id }) => (id.startsWith('\0') ? answerVirtual(id, query, scope) : follow(id)),
    }),
  )
  return { result: value.data ?? null, followedTypes, missingIds }
}

function run<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof RangeError) throw queryFailure('queryEvaluationError', 'The query nests too deeply.')
    const reason = error instanceof Error ? error.message : String(error)
    const description =
      reason === 'not implemented'
        ? 'The query uses a function that the embedded content lake does not have.'
        : `The query cannot be evaluated: ${reason}`
    throw queryFailure('queryEvaluationError', description)
  }
}

function answerVirtual(id: string, query: CompiledQuery, scope: EvaluationScope) {
  if (id.startsWith(sourcePrefix)) {
    const [place, key] = splitOnce(id.slice(sourcePrefix.length))
    const source = query.sources[Number(place)]
    return source && { list: shortest(source, key, scope.index) }
  }
  const [place, documentId = ''] = splitOnce(id.slice(searchPrefix.length))
  const search = query.searches[Number(place)]
  const document = scope.index.get(documentId)
  return { hit: search !== undefined && document !== undefined && isHit(search, document, scope) }
}

function shortest(source: Source, key: string | undefined, index: DocumentIndex): readonly SanityDocument[] {
  const lists = source.fixed.map(({ way, strings }) => candidatesOf(index, way, strings))
  if (source.outer && key !== undefined) lists.push(candidatesOf(index, source.outer, [key]))
  const [first = [], ...others] = lists
  return others.reduce((best, list) => (list.length < best.length ? list : best), first)
}

const wholeTexts = new WeakMap<object, string>()

function isHit({ left, terms }: TextSearch, document: SanityDocument, scope: EvaluationScope): boolean {
  if (readsWholeDocument(left)) {
    const known = wholeTexts.get(document) ?? toSearchable(document)
    wholeTexts.set(document, known)
    return hasText(known, terms)
  }
  const { data } = evaluateSync(left, {
    root: document,
    dataset: scope.index.all.list,
    dereference: ({ _ref: id }) => scope.index.get(id),
  })
  return hasText(toSearchable(data), terms)
}

/** `@` and the Studio's `[@, _id]`. */
function readsWholeDocument(left: TextSearch['left']): boolean {
  if (left.type === 'This') return true
  return left.type === 'Array' && left.elements.some(({ value }) => value.type === 'This')
}

function splitOnce(text: string): [string, string | undefined] {
  const colon = text.indexOf(':')
  return colon === -1 ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)]
}
