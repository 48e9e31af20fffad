import type { DatabaseSync } from 'node:sqlite'
import { lastSeq } from '../store/changes.ts'
import { inSnapshot, openReadOnly } from '../store/database.ts'
import { DocumentCache } from '../store/documentCache.ts'
import { DocumentReader } from '../store/documentReader.ts'
import { isDocument } from '../store/documents.ts'
import { KnownState } from '../store/knownState.ts'
import { CompiledQueries } from './compiledQueries.ts'
import { matchesFilter } from './matchesFilter.ts'
import { compileFilter } from './plan/compileQuery.ts'
import { queryFailure } from './queryError.ts'
import type { MatchTask, QueryAnswer, QuerySetup, QueryTask } from './queryProtocol.ts'
import { evaluateQuery } from './run/evaluateQuery.ts'
import { mapSources } from './sourceMap/mapSources.ts'

/** Queries over a lake's database: what a query process runs. */
export class QueryEngine {
  readonly #setup: QuerySetup
  readonly #database: DatabaseSync
  readonly #cache = new DocumentCache()
  readonly #known = new KnownState()
  readonly #compiled = new CompiledQueries()

  constructor(setup: QuerySetup) {
    this.#setup = setup
    this.#database = openReadOnly(setup.dataDir)
  }

  /** Answers from one state of the dataset, in which all is that was committed before. @throws LakeError 400 */
  query(task: QueryTask): QueryAnswer {
    return inSnapshot(this.#database, () => {
      const seq = lastSeq(this.#database)
      return { ...this.#answer(task), seq }
    })
  }

  #answer(task: QueryTask): Omit<QueryAnswer, 'seq'> {
    const { dataset, perspective, reach, sourceMap } = task
    const { projectId, publicUrl } = this.#setup
    const source = new DocumentReader(
      this.#database,
      { dataset, perspective, reach },
      { publicUrl, cache: this.#cache, known: this.#known },
    )
    const scope = {
      identity: task.identity,
      sanity: { projectId, dataset },
      now: new Date(task.now),
      perspective,
    }
    const query = this.#compiled.get(task)
    if (sourceMap === 'none') {
      const { result, dependencies } = evaluateQuery(query, source, scope)
      return { result: this.#toJson(result), sourceMap: undefined, syncTags: dependencies.tags }
    }
    const { result, map, dependencies } = mapSources(query, source, scope, sourceMap)
    return { result: this.#toJson(result), sourceMap: this.#toJson(map), syncTags: dependencies.tags }
  }

  /** Whether each document, alone in the world, passes the query's filter. @throws LakeError 400 */
  match(task: MatchTask): boolean[] {
    const filter = compileFilter(task.query, task.params)
    const { identity, dataset, now } = task
    const scope = { identity, sanity: { projectId: this.#setup.projectId, dataset }, now: new Date(now) }
    return task.documents.map((document) => isDocument(document) && matchesFilter(filter, document, scope))
  }

  #toJson(value: unknown): Uint8Array<ArrayBuffer> {
    const text = toJsonText(value)
    if (text === undefined || text.length > this.#setup.largestResult) {
      throw queryFailure(
        'queryResultTooLargeError',
        'The answer to the query is too large; ask for less at a time.',
      )
    }
    return Buffer.from(text)
  }
}

/** Undefined when the text would be longer than a text can be. */
function toJsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
