import { type ProcessKind, WorkProcess } from './workProcess.ts'

export interface ProcessPlaces {
  /** Processes at most. */
  places: number
  /** How many are kept ready, work or not. Where there are any, one that was stopped in its work is replaced at once. */
  kept: number
  /** Milliseconds that any other is kept without work. */
  rest: number
}

/**
 * Processes for one kind of work, each with one task at a time. They have no queue: who is next, those decide who
 * have the tasks. `started` is called when one can take its first.
 */
export function openProcesses<Task extends object, Answer>(
  kind: ProcessKind<Answer>,
  { places, kept, rest }: ProcessPlaces,
  started: () => void = () => {},
) {
  const processes = new Set<WorkProcess<Task, Answer>>()
  const resting = new Map<WorkProcess<Task, Answer>, NodeJS.Timeout>()
  let isClosed = false

  function start(): WorkProcess<Task, Answer> {
    const process = new WorkProcess<Task, Answer>(kind, { started, ended: () => forget(process) })
    processes.add(process)
    letRest(process)
    return process
  }

  function forget(process: WorkProcess<Task, Answer>): void {
    processes.delete(process)
    clearTimeout(resting.get(process))
    resting.delete(process)
  }

  function letRest(process: WorkProcess<Task, Answer>): void {
    const timer = setTimeout(() => {
      if (processes.size > kept && process.isIdle) void process.end()
    }, rest)
    clearTimeout(resting.get(process))
    resting.set(process, timer.unref())
  }

  const find = (isWanted: (process: WorkProcess<Task, Answer>) => boolean) => [...processes].find(isWanted)
  const findReady = () => find(({ isIdle, hasStarted }) => isIdle && hasStarted)
  const findIdle = () => find(({ isIdle }) => isIdle)

  for (let place = 0; place < kept; place += 1) start()

  return {
    /** Whether a task could begin now. One that has yet to start counts only where no other could come free before. */
    isFree: (): boolean => {
      if (findReady()) return true
      return !find(({ hasStarted }) => hasStarted) && (Boolean(findIdle()) || processes.size < places)
    },

    /** Starts one more, if there is a place for it, for tasks that wait. */
    grow: (): void => {
      if (!findIdle() && processes.size < places) start()
    },

    /** @param began called when it has begun @throws ProcessDeath when its process has ended before it answered */
    run: async (task: Task, began: () => void = () => {}): Promise<Answer> => {
      const process = findReady() ?? findIdle() ?? start()
      try {
        return await process.run(task, began)
      } finally {
        if (!process.isEnded) letRest(process)
        else if (kept > 0 && !isClosed) start()
      }
    },

    /** Resolves when all are gone; what they were at is not answered. */
    close: async (): Promise<void> => {
      isClosed = true
      await Promise.all([...processes].map((process) => process.end()))
    },
  }
}

export type Processes<Task extends object, Answer> = ReturnType<typeof openProcesses<Task, Answer>>
