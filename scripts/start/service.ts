import { readFileSync } from 'node:fs'
import { endGroup } from '../setup/childGroups.mjs'
import { ClearError, isFullDisk } from '../setup/clearError.mjs'
import { answers } from './answers.ts'
import { pauseAfter } from './pauseAfter.ts'
import { type ServiceCommand, startProcess } from './serviceProcess.ts'

export interface Service {
  readonly name: string
  /** It was ready: from now on it is started again when it dies. `url` tells when it is back. */
  keep(url: string): void
  stop(): Promise<void>
}

interface Told {
  /** It has died and stays dead. */
  fail(error: Error): void
  /** For who is at the terminal. */
  say(words: string): void
}

/** Lines of a log that are shown. */
const shownLines = 12

/** Starts one part of the newsroom and watches it. */
export function startService(command: ServiceCommand, { fail, say }: Told): Service {
  const { name } = command
  const deaths: number[] = []
  let address: string | undefined
  let isStopping = false
  let pause: NodeJS.Timeout | undefined
  let running = watch('anew')

  function watch(logged: 'anew' | 'appended') {
    const started = startProcess(command, logged)
    started.once('error', fail)
    started.once('exit', (code, signal) => {
      if (!isStopping) bury(code === null ? `signal ${signal}` : `exit code ${code}`)
    })
    return started
  }

  function bury(how: string): void {
    const url = address
    deaths.push(Date.now())
    const wait = pauseAfter(deaths)
    if (url === undefined) fail(toError(command, how))
    else if (wait === undefined) fail(toError(command, `${how}, again and again`))
    else {
      say(`${lastLines(command.log)}\n\n${obituary(command, how)} It is started again.\n`)
      pause = setTimeout(() => startAgain(url), wait)
    }
  }

  function startAgain(url: string): void {
    const started = watch('appended')
    running = started
    answers(url, name, () => isStopping || running !== started).then(
      () => say(`The ${name} is back.\n`),
      // It has died once more, which is said, or what it waits for is in its log.
      () => undefined,
    )
  }

  return {
    name,
    keep: (url) => {
      address = url
    },
    stop: async () => {
      isStopping = true
      clearTimeout(pause)
      await endGroup(running)
    },
  }
}

function toError(command: ServiceCommand, how: string): Error {
  const output = readFileSync(command.log, 'utf8').slice(-3000)
  if (isFullDisk(output)) return Object.assign(new Error(output), { code: 'ENOSPC' })
  return new ClearError(`${output.trim()}\n\n${obituary(command, how)} All else was stopped.`)
}

function obituary({ name, log }: ServiceCommand, how: string): string {
  return `The ${name} ended by itself (${how}); its log is ${log}.`
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-shownLines).join('\n')
}
