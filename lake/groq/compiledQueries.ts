import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { type CompiledQuery, compileQuery } from './plan/compileQuery.ts'
import type { QueryTask } from './queryProtocol.ts'
import { instrument } from './sourceMap/instrument.ts'

/** Compiled queries that are kept, how much text they may be worth altogether, and of how many it is known that they were asked. */
const [mostKept, mostText, mostSeen] = [500, 1024 * 1024, 5_000]

/**
 * Queries made ready. Kept are those that were asked before with the same parameters: a reader's search is asked once, and
 * made ready it takes twenty times the room of its text.
 */
export class CompiledQueries {
  readonly #kept = new LRUCache<string, CompiledQuery>({ max: mostKept, maxSize: mostText })
  readonly #seen = new LRUCache<string, true>({ max: mostSeen })

  /** @throws LakeError 400 in the `queryParseError` shape */
  get({ query, params, sourceMap }: Pick<QueryTask, 'query' | 'params' | 'sourceMap'>): CompiledQuery {
    const isMapped = sourceMap !== 'none'
    const key = `${isMapped ? 'mapped' : ''}\0${query}\0${JSON.stringify(params)}`
    const known = this.#kept.get(key)
    if (known) return known
    const compiled = compileQuery(query, params, isMapped ? instrument : undefined)
    const digest = hash('sha1', key, 'base64url')
    if (this.#seen.has(digest)) this.#kept.set(key, compiled, { size: key.length })
    else this.#seen.set(digest, true)
    return compiled
  }
}
