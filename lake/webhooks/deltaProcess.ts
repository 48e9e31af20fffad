import { messageOf } from '../errorCode.ts'
import { serveTasks } from '../processes/serveTasks.ts'
import { openReadOnly } from '../store/database.ts'
import { type DeltaAnswer, deltaSetup, deltaTask } from './deltaProtocol.ts'
import { evaluateDelta } from './evaluateDelta.ts'

/** A process for filters and projections that may be expensive: one change at a time. */
serveTasks({ setup: deltaSetup, task: deltaTask }, (setup) => {
  const database = openReadOnly(setup.dataDir)
  return async (task): Promise<DeltaAnswer> => {
    try {
      return { payload: await evaluateDelta(task, { ...setup, database }) }
    } catch (error) {
      return { failure: messageOf(error) }
    }
  }
})
