import { DatabaseSync } from 'node:sqlite'
import { isDocument } from '../store/documents.ts'
import type { CompiledQuery } from './compiledQuery.ts'
import { compileFilter, compileQuery } from './compileQuery.ts'
import { DatasetMirror } from './datasetMirror.ts'
import { evaluateQuery } from './evaluateQuery.ts'
import { matchesFilter } from './matchesFilter.ts'
import { queryFailure } from './queryError.ts'
import type { MatchTask, QueryAnswer, QueryTask, WorkerSetup } from './queryProtocol.ts'
import { mapSources } from './sourceMap/mapSources.ts'
import { syncTagsOf } from './syncTags.ts'

const queriesKept = 500

/** Datasets in memory and the queries over them: what a query worker runs. */
export class QueryEngine {
  readonly #setup: WorkerSetup
  readonly #database: DatabaseSync
  readonly #mirrors = new Map<string, DatasetMirror>()
  readonly #compiled = new Map<string, CompiledQuery>()

  constructor(setup: WorkerSetup) {
    this.#setup = setup
    this.#database = new DatabaseSync(setup.databasePath, { readOnly: true })
  }

  /** Brings the dataset up to date: everything committed before this call is seen by the query. */
  prepare(task: QueryTask): DatasetMirror {
    const key = `${task.dataset} ${task.datasetCreatedAt}`
    const known = this.#mirrors.get(key)
    if (known) {
      known.catchUp()
      return known
    }
    const fresh = new DatasetMirror(this.#database, task.dataset, this.#setup.publicUrl)
    this.#mirrors.set(key, fresh)
    return fresh
  }

  /** @throws LakeError 400 */
  query(task: QueryTask, mirror: DatasetMirror): QueryAnswer {
    const { index } = mirror.view(task.perspective, task.reach)
    const { projectId } = this.#setup
    const scope = {
      index,
      params: task.params,
      identity: task.identity,
      sanity: { projectId, dataset: task.dataset },
      now: new Date(task.now),
    }
    const query = this.#compile(task)
    const { evaluation, sourceMap } =
      task.sourceMap === 'none'
        ? { evaluation: evaluateQuery(query, scope), sourceMap: undefined }
        : mapSources(query, scope, task.sourceMap)
    return {
      result: this.#toJson(evaluation.result),
      sourceMap: sourceMap && this.#toJson(sourceMap),
      syncTags: syncTagsOf(query, evaluation),
      seq: mirror.seq,
    }
  }

  /** Whether each document, alone in the world, passes the query's filter. @throws LakeError 400 */
  match(task: MatchTask): boolean[] {
    const filter = compileFilter(task.query, task.params)
    const { params, identity } = task
    const sanity = { projectId: this.#setup.projectId, dataset: task.dataset }
    const scope = { params, identity, sanity, now: new Date(task.now) }
    return task.documents.map((document) => isDocument(document) && matchesFilter(filter, document, scope))
  }

  #compile({ query, params }: { query: string; params: Record<string, unknown> }): CompiledQuery {
    const key = `${query}\0${JSON.stringify(params)}`
    const compiled = this.#compiled.get(key) ?? compileQuery(query, params)
    this.#compiled.delete(key)
    this.#compiled.set(key, compiled)
    const [oldest] = this.#compiled.keys()
    if (this.#compiled.size > queriesKept && oldest !== undefined) this.#compiled.delete(oldest)
    return compiled
  }

  #toJson(value: unknown): string {
    const text = JSON.stringify(value) ?? 'null'
    if (text.length > this.#setup.largestResult) {
      throw queryFailure(
        'queryResultTooLargeError',
        'The answer to the query is too large; ask for less at a time.',
      )
    }
    return text
  }
}
