import { type ChildProcess, fork } from 'node:child_process'
import { HttpError } from '../http/errors.ts'
import { type ImageFailure, toHttpError } from './imageFailure.ts'
import { type ImageAnswer, type ImageTask, imageAnswer, tooLargeExit } from './imageTask.ts'
import { openWorkQueue } from './workQueue.ts'

type Work<T = ImageTask> = T extends ImageTask ? Omit<T, 'id'> : never

interface Running {
  id: number
  settle: (outcome: ImageAnswer | HttpError) => void
  timer: NodeJS.Timeout
}

interface Worker {
  process: ChildProcess
  running: Running | undefined
  idle: NodeJS.Timeout | undefined
}

export interface ImageProcessLimits {
  /** Pictures that are worked on at once, each in a process of its own. */
  places: number
  /** How many may wait for a place; more are turned away at once. */
  queue: number
  /** Bytes for one process; one that takes more ends itself. */
  memory: number
  /** Milliseconds for one picture. */
  time: number
  /** Milliseconds that a process without work is kept. */
  rest: number
}

/** Processes that unpack and make pictures, started when there is work and ended when there has been none for a while. */
export function openImageProcesses(limits: ImageProcessLimits) {
  const workers = new Set<Worker>()
  const queued = openWorkQueue(limits.places, limits.queue)
  let lastId = 0
  let isClosed = false

  function start(): Worker {
    const process = fork(new URL('./imageProcess.ts', import.meta.url), [String(limits.memory)], {
      serialization: 'advanced',
      execArgv: [],
      // Nothing that the lake was told in secret; its words about a crash go to the lake's own.
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const worker: Worker = { process, running: undefined, idle: undefined }
    const end = (failure: ImageFailure) => {
      workers.delete(worker)
      clearTimeout(worker.idle)
      worker.running?.settle(isClosed ? closing() : toHttpError(failure))
    }
    process.on('exit', (code) => end(code === tooLargeExit ? 'tooLarge' : 'broken'))
    process.on('error', () => end('broken'))
    process.on('message', (message) => {
      const answer = imageAnswer.parse(message)
      if (worker.running?.id === answer.id) worker.running.settle(answer)
    })
    workers.add(worker)
    return worker
  }

  function run(worker: Worker, work: Work): Promise<ImageAnswer> {
    clearTimeout(worker.idle)
    hold(worker.process)
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      const settle = (outcome: ImageAnswer | HttpError) => {
        clearTimeout(timer)
        worker.running = undefined
        rest(worker)
        if (outcome instanceof HttpError) reject(outcome)
        else resolve(outcome)
      }
      const timer = setTimeout(() => {
        workers.delete(worker)
        worker.process.kill('SIGKILL')
        settle(toHttpError('tooSlow'))
      }, limits.time)
      worker.running = { id, settle, timer }
      worker.process.send({ ...work, id }, (error) => {
        if (error) settle(toHttpError('broken', error))
      })
    })
  }

  /** A process without work neither keeps the lake from ending nor stays for long. */
  function rest(worker: Worker): void {
    release(worker.process)
    worker.idle = setTimeout(() => {
      workers.delete(worker)
      worker.process.kill()
    }, limits.rest).unref()
  }

  return {
    /** @throws HttpError 400 when the picture cannot be unpacked or takes too much, 503 when too many wait */
    run: (work: Work): Promise<ImageAnswer> =>
      queued(async () => {
        if (isClosed) throw closing()
        const free = [...workers].find(({ running, process }) => !running && process.connected)
        const answer = await run(free ?? start(), work)
        if ('failure' in answer) throw toHttpError(answer.failure, answer.cause)
        return answer
      }),

    close: (): void => {
      isClosed = true
      for (const worker of workers) {
        clearTimeout(worker.idle)
        worker.process.kill('SIGKILL')
        worker.running?.settle(closing())
      }
      workers.clear()
    },
  }
}

function hold(process: ChildProcess): void {
  process.ref()
  process.channel?.ref()
}

function release(process: ChildProcess): void {
  process.unref()
  process.channel?.unref()
}

function closing(): HttpError {
  return new HttpError(503, 'Service Unavailable', 'The lake is being stopped. Try again in a moment.')
}
