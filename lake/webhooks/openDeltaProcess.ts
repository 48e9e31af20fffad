import type { LakeContext } from '../context.ts'
import { openProcesses } from '../processes/openProcesses.ts'
import { ProcessDeath } from '../processes/processDeath.ts'
import { openWorkQueue } from '../processes/workQueue.ts'
import { type DeltaAnswer, type DeltaTask, deltaAnswer } from './deltaProtocol.ts'

/** What one change may take, in milliseconds and in MiB. */
const budget = 1_000
const heap = 128
/** How long the process is kept without work, in milliseconds. */
const rest = 60_000

/**
 * Evaluates expensive filters and projections away from the process that serves, in one that is started when it is
 * needed. An expression that goes over its budget takes it down, and the next gets a new one.
 */
export function openDeltaProcess({ dataDir, projectId, publicUrl }: LakeContext) {
  const places = 1
  const kind = {
    module: new URL('./deltaProcess.ts', import.meta.url),
    setup: { dataDir, projectId, publicUrl },
    answer: deltaAnswer,
    time: budget,
    heap,
  }
  const processes = openProcesses<DeltaTask, DeltaAnswer>(kind, { places, kept: 0, rest })
  const inTurn = openWorkQueue({ places, queue: Number.POSITIVE_INFINITY })
  let isClosed = false

  return {
    /** @throws Error in words when the expression fails or takes too much */
    evaluate: (task: DeltaTask): Promise<string | undefined> =>
      inTurn(async () => {
        if (isClosed) throw new Error('The lake is stopping.')
        const answer = await processes.run(task).catch(explain)
        if ('failure' in answer) throw new Error(answer.failure)
        return answer.payload
      }),

    close: async (): Promise<void> => {
      isClosed = true
      await processes.close()
    },
  }
}

export type DeltaProcess = ReturnType<typeof openDeltaProcess>

function explain(error: unknown): never {
  if (!(error instanceof ProcessDeath)) throw error
  switch (error.reason) {
    case 'time':
      throw new Error(`It took longer than ${budget / 1000} s and was stopped.`)
    case 'memory':
      throw new Error(`It took more than ${heap} MB of memory and was stopped.`)
    case 'closing':
      throw new Error('The lake is stopping.')
    case 'broken':
      throw new Error('The process that it ran in has ended.', { cause: error })
  }
}
