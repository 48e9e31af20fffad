import type { ExprNode } from 'groq-js'
import type { Condition, Selection } from '../../store/selection.ts'
import type { Perspective } from '../perspective.ts'
import type { Take } from '../plan/take.ts'
import type { Dependencies } from './dependencies.ts'
import type { DocumentSource, QueryDocument } from './documentSource.ts'
import type { Evaluation } from './evaluation.ts'
import { compareBase, type Entry, FirstOf } from './firstOf.ts'
import { readMerged } from './readMerged.ts'
import { resolveTerms, type Test } from './resolveTerms.ts'
import { TakeSteps } from './takeSteps.ts'

/** Documents that are tested at once. Few at first, for the first ones are often all that is wanted. */
const [smallestBatch, largestBatch] = [16, 256]
/** So few of an order's first elements are read again sooner than more is read of all others. */
const fewWanted = 100
/** Documents of a walk after which it is taken for one that finds little: the rest is read in parts. */
const shortWalk = 500
/** The share of documents from which on it takes longer to read those that pass again than to read more of all. */
const manyPassing = 1 / 2

/** Attributes of every document that is read, whatever else is wanted of it. */
const alwaysRead: ReadonlySet<string> = new Set(['_id', '_type'])

/** Conditions that as good as all documents may fulfil. */
const wide: ReadonlySet<Condition['by']> = new Set(['type', 'date', 'defined'])

export interface TakeScope {
  source: DocumentSource
  evaluation: Evaluation
  perspective: Perspective
  dependencies: Dependencies
  /** Told of every document that becomes part of the answer. */
  handOut: (document: QueryDocument) => void
}

/** One take of a query being carried out, with the values around it. */
export class DocumentTaker {
  readonly #scope: TakeScope
  readonly #take: Take
  readonly #outers: readonly unknown[]
  readonly #selections: readonly (readonly Condition[])[]
  readonly #tests: readonly Test[]
  /** Attributes that tests look at; undefined when they take the document as a whole. */
  readonly #filtered: readonly string[] | undefined
  /** Those that tests, scores and orders look at. */
  readonly #tested: readonly string[] | undefined
  /** Those that anything looks at, in the take or behind it. */
  readonly #wanted: readonly string[] | undefined
  readonly #steps: TakeSteps

  constructor(scope: TakeScope, take: Take, outers: readonly unknown[]) {
    this.#scope = scope
    this.#take = take
    this.#outers = outers
    const { selections, tests } = resolveTerms(take.terms, {
      valueOf: (key) => this.#valueOf(key),
      has: (condition, among) => scope.source.has(condition, among),
      perspective: scope.perspective,
    })
    this.#selections = selections
    this.#tests = tests
    this.#filtered = joined(tests.map(({ fields }) => fields))
    this.#tested = joined([this.#filtered, take.ranked])
    this.#wanted = joined([this.#filtered, take.wanted])
    this.#steps = new TakeSteps(scope, take, outers)
    scope.dependencies.select(selections)
  }

  /** How many documents pass. */
  count(): number {
    const { source } = this.#scope
    const [only, ...others] = this.#selections
    if (!only) return 0
    const known =
      this.#tests.length === 0 && others.length === 0 ? source.count({ conditions: only }) : undefined
    if (known !== undefined) return known
    let count = 0
    for (const batch of this.#batches(this.#tested)) count += this.#passing(batch).length
    return count
  }

  /** What the take gives, in the order that a list of all documents would have it in. */
  elements(): readonly unknown[] {
    const { first } = this.#take
    if (this.#selections.length === 0 || first?.count === 0) return []
    const isOrdered = first !== undefined && (first.order.length > 0 || this.#scores)
    const entries = isOrdered ? this.#firstOfOrder(first) : this.#firstAsTheyCome(first?.count)
    const sorted = this.#scores || isOrdered ? entries.toSorted(compareBase) : entries
    return sorted.map(({ value }) => value)
  }

  get #scores(): boolean {
    return this.#take.steps[0]?.kind === 'score'
  }

  #valueOf(key: ExprNode): unknown {
    if (key.type === 'Value') return key.value
    // In a filter over one value that is none of its documents: the key does not look at it.
    return this.#scope.evaluation.each([null], key, this.#outers)[0]
  }

  #firstAsTheyCome(count: number | undefined): Entry[] {
    const sifted = this.#siftsBy(this.#filtered)
      ? this.#gather(count, { parts: true, mostPassing: manyPassing })
      : undefined
    return sifted ?? this.#gather(count, { parts: this.#readsInParts }) ?? []
  }

  /** Undefined when more than `mostPassing` of the first documents have passed. */
  #gather(
    count: number | undefined,
    { parts, mostPassing = 1 }: { parts: boolean; mostPassing?: number },
  ): Entry[] | undefined {
    const entries: Entry[] = []
    let [seen, passed] = [0, 0]
    for (const batch of this.#batches(parts ? this.#filtered : this.#wanted, count)) {
      const passing = this.#passing(batch)
      seen += batch.length
      passed += passing.length
      if (seen > shortWalk && passed > seen * mostPassing) return undefined
      const documents = parts ? this.#readAgain(passing) : passing
      entries.push(...this.#steps.entriesOf(documents))
      if (count !== undefined && entries.length >= count) break
    }
    return entries.slice(0, count)
  }

  #firstOfOrder(first: NonNullable<Take['first']>): Entry[] {
    const order = this.#indexOrder
    const sifts = this.#siftsBy(this.#tested)
    const soon = order && sifts ? this.#bestOf(first, { parts: false, order, most: shortWalk }) : undefined
    return soon ?? this.#bestOf(first, { parts: this.#readsInParts || sifts, order }) ?? []
  }

  /** Undefined when it cannot be told from the first `most` documents. */
  #bestOf(
    first: NonNullable<Take['first']>,
    {
      parts,
      order,
      most = Number.POSITIVE_INFINITY,
    }: { parts: boolean; order: Selection['order']; most?: number },
  ): Entry[] | undefined {
    let seen = 0
    const best = new FirstOf(
      first.count,
      first.order.map(({ descending }) => descending),
    )
    const fields = parts ? this.#tested : this.#wanted
    // One more than is wanted tells whether others are as good as the last.
    for (const batch of this.#batches(fields, order && first.count + 1, order)) {
      best.add(this.#steps.withKeys(this.#steps.entriesOf(this.#passing(batch)), first))
      const last = batch.at(-1)
      if (order && last && best.isBeyond(valueAt(last, order.path))) break
      seen += batch.length
      if (seen > most) return undefined
    }
    const { passedOver } = this.#take
    return parts
      ? [...best.entries.slice(0, passedOver), ...this.#readEntriesAgain(best.entries.slice(passedOver))]
      : [...best.entries]
  }

  /** Whether of documents only what is tested is read at first, and what is wanted of those that are left. */
  get #readsInParts(): boolean {
    const [tested, wanted, { first }] = [this.#tested, this.#wanted, this.#take]
    if (tested === undefined) return false
    if (wanted !== undefined) {
      const isShort = first !== undefined && first.order.length > 0 && first.count <= fewWanted
      if (!isShort || tested.length >= wanted.length) return false
    }
    const isPointed = this.#selections.every((conditions) =>
      conditions.some(({ by }) => by === 'id' || by === 'slug'),
    )
    const leavesOut = this.#tests.length > 0 || (first !== undefined && first.order.length > 0)
    return leavesOut && !isPointed && !this.#indexOrder
  }

  /**
   * Whether nothing leads to the documents but what most of them have in common, so that these attributes of all of them
   * are looked at, and more of the few that pass.
   */
  #siftsBy(fields: readonly string[] | undefined): boolean {
    if (!fields || this.#tests.length === 0 || !this.#isWide) return false
    return !this.#wanted?.every((field) => alwaysRead.has(field) || fields.includes(field))
  }

  get #isWide(): boolean {
    return this.#selections.every((conditions) => conditions.every(({ by }) => wide.has(by)))
  }

  /** The order in which an index can give the documents, when only its first are wanted. */
  get #indexOrder(): Selection['order'] {
    const path = this.#take.first?.path
    const [conditions, ...others] = this.#selections
    if (!path || !conditions || others.length > 0 || this.#scores) return undefined
    return this.#scope.source.canOrder({ conditions, order: path }) ? path : undefined
  }

  *#batches(
    fields: readonly string[] | undefined,
    wanted?: number,
    order?: Selection['order'],
  ): Generator<QueryDocument[]> {
    const likely = this.#tests.length === 0 ? wanted : undefined
    const walks = this.#isWide && this.#tests.length > 0
    const scans = wanted === undefined ? 'all' : walks ? 'until' : undefined
    let size = this.#tests.length === 0 ? Math.min(wanted ?? largestBatch, largestBatch) : smallestBatch
    let batch: QueryDocument[] = []
    for (const document of this.#read({ fields, order, likely, scans })) {
      batch.push(document)
      if (batch.length < size) continue
      yield batch
      batch = []
      size = Math.min(size * 2, largestBatch)
    }
    if (batch.length > 0) yield batch
  }

  #read(how: Omit<Selection, 'conditions'>): Iterable<QueryDocument> {
    const [first = [], ...others] = this.#selections.map((conditions) =>
      this.#scope.source.read({ ...how, conditions }),
    )
    return others.length === 0 ? first : readMerged([first, ...others])
  }

  #passing(documents: readonly QueryDocument[]): readonly QueryDocument[] {
    const texts = this.#tests.flatMap(({ text }) => text ?? [])
    const left =
      texts.length === 0 ? documents : documents.filter((one) => texts.every((text) => text.isIn(one)))
    const tests = this.#tests.filter(({ text }) => !text)
    if (tests.length === 0 || left.length === 0) return left
    const tree = tests.reduce<ExprNode>((base, { test: expr }) => ({ type: 'Filter', base, expr }), {
      type: 'Value',
      value: left,
    })
    const passing = this.#scope.evaluation.evaluate(tree, this.#outers)
    return Array.isArray(passing) ? passing : []
  }

  /** The same documents with all that is wanted of them. */
  #readAgain(documents: readonly { _id: string }[]): QueryDocument[] {
    const { source } = this.#scope
    const fields = this.#wanted
    const ids = documents.map(({ _id }) => _id)
    const found = new Map<string, QueryDocument>()
    for (let place = 0; place < ids.length; place += largestBatch) {
      const condition: Condition = { by: 'id', ids: ids.slice(place, place + largestBatch) }
      const read = source.has(condition, [])
        ? source.read({ conditions: [condition], fields, likely: condition.ids.length })
        : condition.ids.flatMap((id) => source.get(id) ?? [])
      for (const document of read) found.set(document._id, document)
    }
    return ids.flatMap((id) => found.get(id) ?? [])
  }

  #readEntriesAgain(entries: readonly Entry[]): Entry[] {
    const documents = this.#readAgain(entries.map(({ id }) => ({ _id: id })))
    const byId = new Map(documents.map((document) => [document._id, document]))
    return entries.map((entry) => {
      const document = byId.get(entry.id)
      if (!document) return entry
      this.#scope.handOut(document)
      return { ...entry, value: this.#scores ? { ...document, _score: entry.score } : document }
    })
  }
}

function valueAt(document: QueryDocument, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject && Object.hasOwn(value, name) ? Reflect.get(value, name) : null
  }, document)
}

/** All of several lists; undefined when one of them is. */
function joined(lists: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const known = lists.filter((list) => list !== undefined)
  return known.length === lists.length ? [...new Set(known.flat())] : undefined
}
