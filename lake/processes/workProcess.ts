import type { ChildProcess } from 'node:child_process'
import { Socket } from 'node:net'
import type { z } from 'zod'
import { guard } from './guard.ts'
import { type DeathCause, ProcessDeath } from './processDeath.ts'
import { processWord, tooLargeExit } from './processWords.ts'
import { type ProcessStart, startProcess } from './startProcess.ts'

/** A kind of work that has processes of its own. */
export interface ProcessKind<Answer> extends ProcessStart {
  answer: z.ZodType<Answer>
  /** Milliseconds that a task may take from when it is begun. */
  time: number
}

interface Running<Answer> {
  began: () => void
  resolve: (answer: Answer) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/** How long a process may take until it begins with its first task, in milliseconds. */
const startingTime = 60_000
/** Characters of a process's last words that are kept. */
const keptWords = 4_000

/** One process and the task that it has. One that goes over its limits is ended, and the task with it. */
export class WorkProcess<Task extends object, Answer> {
  readonly #kind: ProcessKind<Answer>
  readonly #child: ChildProcess
  readonly #tell: { started: () => void; ended: () => void }
  readonly #gone: Promise<void>
  #running: Running<Answer> | undefined
  #hasStarted = false
  #isEnded = false
  #words = ''

  /** @param tell what to call when it can take its first task, and when it can take no more */
  constructor(kind: ProcessKind<Answer>, tell: { started: () => void; ended: () => void }) {
    this.#kind = kind
    this.#tell = tell
    this.#child = startProcess(kind)
    this.#child.stderr?.on('data', (words: Buffer) => {
      this.#words = `${this.#words}${words}`.slice(-keptWords)
    })
    this.#child.on('message', (message) => this.#hear(message))
    const unguard = guard(this.#child.pid)
    this.#gone = new Promise((resolve) => {
      const end = (reason: DeathCause) => {
        unguard()
        this.#end(reason)
        resolve()
      }
      this.#child.on('error', () => end('broken'))
      this.#child.on('close', (code) => end(this.#causeOf(code)))
    })
    this.#keepAlive(false)
  }

  get isIdle(): boolean {
    return !this.#running && !this.#isEnded
  }

  get isEnded(): boolean {
    return this.#isEnded
  }

  get hasStarted(): boolean {
    return this.#hasStarted
  }

  /** @param began called when it has begun @throws ProcessDeath when it has ended before it answered */
  run(task: Task, began: () => void): Promise<Answer> {
    this.#keepAlive(true)
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#end('broken'), startingTime)
      const running = { began, resolve, reject, timer }
      this.#running = running
      // That a process had to be started is not its task's fault; one that has started begins at once.
      if (this.#hasStarted) this.#startClock(running)
      // One that cannot be reached has ended, and is about to be heard of.
      this.#child.send(task, () => {})
    })
  }

  /** Resolves when it is gone. */
  end(): Promise<void> {
    this.#end('closing')
    this.#keepAlive(true)
    return this.#gone
  }

  #hear(message: unknown): void {
    const word = processWord.parse(message)
    const running = this.#running
    switch (word.said) {
      case 'ready':
        this.#hasStarted = true
        if (running) this.#startClock(running)
        this.#tell.started()
        return
      case 'answered':
        this.#finish()
        running?.resolve(this.#kind.answer.parse(word.answer))
        return
      case 'failed':
        this.#finish()
        running?.reject(new Error(`A process of the lake has failed: ${word.reason}`))
    }
  }

  #startClock(running: Running<Answer>): void {
    clearTimeout(running.timer)
    running.timer = setTimeout(() => this.#end('time'), this.#kind.time)
    running.began()
  }

  #finish(): void {
    clearTimeout(this.#running?.timer)
    this.#running = undefined
    this.#keepAlive(false)
  }

  #end(reason: DeathCause): void {
    if (this.#isEnded) return
    this.#isEnded = true
    this.#child.kill('SIGKILL')
    const running = this.#running
    this.#finish()
    this.#tell.ended()
    running?.reject(new ProcessDeath(reason, reason === 'broken' ? this.#words : ''))
  }

  #causeOf(code: number | null): DeathCause {
    return code === tooLargeExit || /heap out of memory/.test(this.#words) ? 'memory' : 'broken'
  }

  /** Whether the process keeps ours from ending: one without work must not. */
  #keepAlive(isKept: boolean): void {
    const { channel, stderr } = this.#child
    for (const handle of [this.#child, channel, stderr instanceof Socket ? stderr : undefined]) {
      if (isKept) handle?.ref()
      else handle?.unref()
    }
  }
}
