import type { DatabaseSync } from 'node:sqlite'
import { DatasetTypes } from './reading/datasetTypes.ts'
import type { DatasetScope } from './selection.ts'
import { numberOf, statement } from './statement.ts'

/** What was looked up for one scope. */
export interface KnownOfScope {
  types: DatasetTypes
  /** The numbers of the documents that the scope shows under these ids; undefined: of none. */
  numbers: Map<string, number | undefined>
  /** How many rows lists have that were counted, and how far they were counted. */
  counts: Map<string, { total: number; limit: number }>
}

/** Nobody knows how many there will be: what is forgotten is looked up again. */
const [mostScopes, mostKnown] = [20, 2_000]

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

export function nothingKnown(database: DatabaseSync, { dataset }: DatasetScope): KnownOfScope {
  return { types: new DatasetTypes(database, dataset), numbers: new Map(), counts: new Map() }
}

/** Adds to what is known; all that is known of this kind is forgotten where it grows too much. */
export function keepKnown<T>(known: Map<string, T>, key: string, value: T): T {
  if (known.size >= mostKnown) known.clear()
  known.set(key, value)
  return value
}

/** Another text after every change, made by this connection or by any other. */
function stateOf(database: DatabaseSync): string {
  const others = numberOf(statement(database, 'PRAGMA data_version').get(), 'data_version')
  const own = numberOf(statement(database, 'SELECT total_changes() AS own').get(), 'own')
  return `${others} ${own}`
}
