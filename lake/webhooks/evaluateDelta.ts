import type { DatabaseSync } from 'node:sqlite'
import { evaluate } from 'groq-js'
import { isReadable } from '../auth/access.ts'
import { readDocument } from '../store/documents.ts'
import { toOutward } from '../store/outward.ts'
import { parseDelta } from './deltaExpression.ts'
import type { DeltaTask } from './deltaProtocol.ts'

export interface DeltaLake {
  database: DatabaseSync
  projectId: string
  publicUrl: string
}

/**
 * The body of a message as JSON; `undefined` when the filter lets the change pass by. Both see the document
 * as it is after the change (before it, for a deletion), and follow references to what is there now.
 *
 * @throws when an expression cannot be evaluated
 */
export async function evaluateDelta(task: DeltaTask, lake: DeltaLake): Promise<string | undefined> {
  const { database, projectId, publicUrl } = lake
  const before = toOutward(task.before, publicUrl)
  const after = toOutward(task.after, publicUrl)
  const reach = task.followsPrivate ? 'all' : 'public'
  const ask = async (expression: string): Promise<unknown> => {
    const result = await evaluate(parseDelta(expression), {
      root: after ?? before,
      // Without a dataset groq-js follows no reference at all.
      dataset: [],
      before,
      after,
      sanity: { projectId, dataset: task.dataset },
      timestamp: new Date(task.now),
      dereference: ({ _ref }) => {
        const found = readDocument(database, task.dataset, _ref)
        return found && isReadable(found, reach) ? toOutward(found, publicUrl) : undefined
      },
    })
    return result.get()
  }
  if (task.filter && (await ask(task.filter)) !== true) return undefined
  const body = task.projection ? await ask(task.projection) : (after ?? before)
  return JSON.stringify(body ?? null)
}
