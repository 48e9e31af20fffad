import { LakeError } from '../http/errors.ts'
import { serveTasks } from '../processes/serveTasks.ts'
import { QueryEngine } from './queryEngine.ts'
import { type ProcessAnswer, type ProcessTask, processTask, querySetup } from './queryProtocol.ts'

/** A process that answers queries, each beginning with all that was committed before it. */
serveTasks({ setup: querySetup, task: processTask }, (setup) => {
  const engine = new QueryEngine(setup)
  return (task) => {
    try {
      return answer(engine, task)
    } catch (error) {
      if (error instanceof LakeError) return { kind: 'refused', status: error.status, body: error.body }
      throw error
    }
  }
})

function answer(engine: QueryEngine, task: ProcessTask): ProcessAnswer {
  if (task.kind === 'match') return { kind: 'match', matches: engine.match(task) }
  return { kind: 'query', answer: engine.query(task) }
}
