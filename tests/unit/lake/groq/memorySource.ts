import { compareValues } from '../../../../lake/groq/run/compareValues.ts'
import type { DocumentSource, QueryDocument } from '../../../../lake/groq/run/documentSource.ts'
import { textOf, wholeText, withText } from '../../../../lake/store/documentText.ts'
import { referredIn, withReferences } from '../../../../lake/store/heldReferences.ts'
import { isRecord } from '../../../../lake/store/isRecord.ts'
import { searchKeysOf, wordColumnOf } from '../../../../lake/store/searchableWords.ts'
import type { Condition, Selection } from '../../../../lake/store/selection.ts'
import { keyOfWord } from '../../../../lake/store/wordKeys.ts'

interface MemoryOptions {
  /** Conditions that there are indexes for. */
  has?: (condition: Condition) => boolean
  canOrder?: (selection: Selection) => boolean
  counts?: boolean
}

/** Documents in memory with indexes that are as true as they can be: what a selection means, written down plainly. */
export class MemorySource implements DocumentSource {
  /** Documents that were read, whole or in part. */
  reads = 0
  readonly selections: Selection[] = []
  readonly #documents: readonly QueryDocument[]
  readonly #options: MemoryOptions

  constructor(documents: readonly QueryDocument[], options: MemoryOptions = {}) {
    this.#documents = documents.toSorted((one, other) => (one._id < other._id ? -1 : 1))
    this.#options = options
  }

  get(id: string): QueryDocument | undefined {
    return this.#documents.find(({ _id }) => _id === id)
  }

  *read(selection: Selection): Generator<QueryDocument> {
    this.selections.push(selection)
    for (const document of this.#selected(selection)) {
      this.reads += 1
      yield selection.fields ? partOf(document, selection.fields) : document
    }
  }

  count(selection: Selection): number | undefined {
    this.selections.push(selection)
    const isExact = selection.conditions.every(({ by }) => by !== 'text')
    return isExact && this.#options.counts !== false ? this.#selected(selection).length : undefined
  }

  canOrder(selection: Selection): boolean {
    return this.#options.canOrder?.(selection) ?? true
  }

  has(condition: Condition, _among: readonly Condition[] = []): boolean {
    return this.#options.has?.(condition) ?? true
  }

  #selected({ conditions, order }: Selection): QueryDocument[] {
    for (const condition of conditions) {
      if (!this.has(condition)) throw new Error(`There is no index for ${condition.by}.`)
    }
    const found = this.#documents.filter((document) => conditions.every((one) => holds(one, document)))
    if (!order) return found
    const direction = order.direction === 'asc' ? 1 : -1
    // Equals in an order that nobody expects.
    return found
      .toReversed()
      .sort((one, other) => direction * compareValues(valueAt(one, order.path), valueAt(other, order.path)))
  }
}

function partOf(document: QueryDocument, fields: readonly string[]): QueryDocument {
  const kept = new Set([...fields, '_id', '_type', '_originalId'])
  const { _id, _type } = document
  const part = {
    ...Object.fromEntries(Object.entries(document).filter(([name]) => kept.has(name))),
    _id,
    _type,
  }
  const referred = fields.flatMap((field) => referredIn(field) ?? [])
  const held = new Set(referred.filter((id) => refersTo(document, [id])))
  const known = referred.length > 0 ? withReferences(part, held) : part
  return kept.has(wholeText) ? withText(known, textOf(document)) : known
}

function holds(condition: Condition, document: QueryDocument): boolean {
  switch (condition.by) {
    case 'type':
      return condition.types.includes(document._type)
    case 'id':
      return condition.ids.includes(document._id)
    case 'idPrefix':
      return document._id.startsWith(condition.prefix)
    case 'group':
      return condition.ids.includes(groupOf(String(document._originalId ?? document._id)))
    case 'slug':
      return condition.slugs.some((slug) => slug === valueAt(document, 'slug.current'))
    case 'reference': {
      const { path, targets } = condition
      return path === undefined
        ? refersTo(document, targets)
        : valuesAt(document, `${path}._ref`).some((ref) => targets.some((target) => target === ref))
    }
    case 'date': {
      const value = valueAt(document, condition.path)
      if (typeof value !== 'string') return false
      const compared = compareValues(value, condition.value)
      return {
        '<': compared < 0,
        '<=': compared <= 0,
        '>': compared > 0,
        '>=': compared >= 0,
      }[condition.operator]
    }
    case 'defined':
      return valueAt(document, condition.path) != null
    case 'text': {
      const columns = condition.fields?.map(wordColumnOf) ?? []
      const keys = searchKeysOf(document).flatMap((column, place) =>
        columns.length === 0 || columns.includes(place) ? column : [],
      )
      return condition.all.every(({ words, open }) =>
        words.every((word, place) => {
          const key = keyOfWord(word)
          const mayGoOn = open && place === words.length - 1
          return keys.some((known) => (mayGoOn ? known.startsWith(key) : known === key))
        }),
      )
    }
  }
}

const groupOf = (id: string) =>
  id.startsWith('drafts.')
    ? id.slice('drafts.'.length)
    : id.startsWith('versions.')
      ? id.split('.').slice(2).join('.')
      : id

function refersTo(value: unknown, targets: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((element) => refersTo(element, targets))
  if (!isRecord(value)) return false
  if (value._ref) return targets.some((target) => target === value._ref)
  return Object.values(value).some((field) => refersTo(field, targets))
}

/** As GROQ reads `a.b[].c`. */
function valuesAt(value: unknown, path: string): unknown[] {
  return path.split('.').reduce<unknown[]>(
    (values, segment) => {
      const isList = segment.endsWith('[]')
      const found = values.map((one) => fieldOf(one, isList ? segment.slice(0, -2) : segment))
      return isList ? found.flatMap((one) => (Array.isArray(one) ? one : [])) : found
    },
    [value],
  )
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>(fieldOf, value) ?? null
}

function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : null
}
