import type { DatabaseSync } from 'node:sqlite'
import { DatasetTypes } from './reading/datasetTypes.ts'
import type { DatasetScope } from './selection.ts'
import { numberOf, statement } from './statement.ts'

/** What was looked up for one scope. */
export interface KnownOfScope {
  types: DatasetTypes
  /** The numbers of the documents that the scope shows under these ids; undefined: of none. */
  numbers: Map<string, number | undefined>
  /** The numbers of the documents of some types, in the order of their ids. */
  lists: NumberLists
  /** How many rows lists have that were counted, and how far they were counted. */
  counts: Map<string, { total: number; limit: number }>
}

/** Nobody knows how many there will be: what is forgotten is looked up again. */
const [mostScopes, mostKnown, mostListed] = [20, 2_000, 500_000]

/**
 * What was looked up, kept for as long as nobody writes anything: a newsroom reads much oftener than it writes. For
 * one connection, and at the beginning of reading transactions.
 */
export class KnownState {
  readonly #scopes = new Map<string, KnownOfScope>()
  #state = ''

  of(database: DatabaseSync, scope: DatasetScope): KnownOfScope {
    const state = stateOf(database)
    if (state !== this.#state) this.#scopes.clear()
    this.#state = state
    const name = JSON.stringify([scope.dataset, scope.perspective, scope.reach])
    const known = this.#scopes.get(name)
    if (known) return known
    if (this.#scopes.size >= mostScopes) this.#scopes.clear()
    const fresh = nothingKnown(database, scope)
    this.#scopes.set(name, fresh)
    return fresh
  }
}

/** Lists of documents' numbers by name, the ones longest out of use let go: four bytes for each number. */
class NumberLists {
  readonly #lists = new Map<string, Uint32Array>()

  get(name: string, list: () => Uint32Array): Uint32Array {
    const numbers = this.#lists.get(name) ?? list()
    this.#lists.delete(name)
    this.#lists.set(name, numbers)
    let listed = [...this.#lists.values()].reduce((sum, { length }) => sum + length, 0)
    for (const [oldest, { length }] of this.#lists) {
      if (listed <= mostListed) break
      this.#lists.delete(oldest)
      listed -= length
    }
    return numbers
  }
}

export function nothingKnown(database: DatabaseSync, { dataset }: DatasetScope): KnownOfScope {
  return {
    types: new DatasetTypes(database, dataset),
    numbers: new Map(),
    lists: new NumberLists(),
    counts: new Map(),
  }
}

/** Adds to what is known; all that is known of this kind is forgotten where it grows too much. */
export function keepKnown<T>(known: Map<string, T>, key: string, value: T, most = mostKnown): T {
  if (known.size >= most && !known.has(key)) known.clear()
  known.set(key, value)
  return value
}

/** Another text after every change, made by this connection or by any other. */
function stateOf(database: DatabaseSync): string {
  const others = numberOf(statement(database, 'PRAGMA data_version').get(), 'data_version')
  const own = numberOf(statement(database, 'SELECT total_changes() AS own').get(), 'own')
  return `${others} ${own}`
}
