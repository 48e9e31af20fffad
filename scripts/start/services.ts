import type { ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { endGroup, spawnGroup } from '../setup/childGroups.mjs'
import { ClearError, isFullDisk } from '../setup/clearError.mjs'
import { root } from '../setup/root.mjs'

export interface ServiceCommand {
  name: string
  /** What Node runs: a script and its arguments. */
  args: string[]
  environment: Record<string, string | undefined>
  log: string
}

export interface Services {
  start(command: ServiceCommand): void
  /** Waits until `url` answers with success; rejects as soon as any service has died. */
  waitFor(url: string, name: string): Promise<void>
  /** Rejects when a service dies of itself; never resolves. */
  readonly failure: Promise<never>
  /** Ends every service, the last started first, each after the one before is gone. */
  stop(): Promise<void>
}

const readyWithinMs = 90_000
const pollMs = 40
const endWithParent = pathToFileURL(join(root, 'scripts/setup/endWithParent.mjs')).href

/** The running parts of one newsroom, watched together. */
export function openServices(): Services {
  const running: { name: string; child: ChildProcess }[] = []
  const { promise: failure, reject: fail } = Promise.withResolvers<never>()
  let stopping = false
  let died = false
  failure.catch(() => {
    died = true
  })

  return {
    failure,
    start(command) {
      const child = spawnService(command)
      running.push({ name: command.name, child })
      child.once('error', fail)
      child.once('exit', (code, signal) => {
        if (!stopping) fail(deathOf(command, code === null ? `signal ${signal}` : `exit code ${code}`))
      })
    },
    waitFor: (url, name) => Promise.race([failure, answers(url, name, () => died || stopping)]),
    async stop() {
      stopping = true
      for (const { child } of running.reverse()) await endGroup(child)
    },
  }
}

function spawnService({ args, environment, log }: ServiceCommand): ChildProcess {
  mkdirSync(dirname(log), { recursive: true })
  const output = openSync(log, 'w')
  try {
    return spawnGroup(process.execPath, args, {
      cwd: root,
      // The channel tells a service that we are gone even when we were ended the hard way.
      stdio: ['ignore', output, output, 'ipc'],
      env: {
        ...process.env,
        ...environment,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${endWithParent}`.trim(),
        MERIDIAN_STARTED_BY: String(process.pid),
        NODE_COMPILE_CACHE: join(root, '.build', 'compile-cache'),
        NEXT_TELEMETRY_DISABLED: '1',
      },
    })
  } finally {
    closeSync(output)
  }
}

function deathOf({ name, log }: ServiceCommand, how: string): Error {
  const output = readFileSync(log, 'utf8').slice(-3000)
  if (isFullDisk(output)) return Object.assign(new Error(output), { code: 'ENOSPC' })
  return new ClearError(
    `${output.trim()}\n\nThe ${name} ended by itself (${how}); its log is ${log}. All else was stopped.`,
  )
}

async function answers(url: string, name: string, isOver: () => boolean): Promise<void> {
  const deadline = Date.now() + readyWithinMs
  let last = 'no answer'
  while (Date.now() < deadline && !isOver()) {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) })
      await response.arrayBuffer()
      if (response.ok) return
      last = `status ${response.status}`
    } catch (error) {
      last = error instanceof Error ? error.message : String(error)
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
  throw new ClearError(
    `The ${name} did not become ready at ${url} (${last}); its log is in the folder .build.`,
  )
}
