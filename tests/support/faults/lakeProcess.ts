import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './freePort.ts'
import { connectTo, type LakeConnection } from './lakeConnection.ts'
import type { LakeFolder } from './lakeFolder.ts'

const root = join(import.meta.dirname, '..', '..', '..')

export interface LakeProcess extends LakeConnection {
  port: number
  pid: number
  /** Milliseconds from the start of the process to its first answered query: on the clock, and of the processor. */
  startedIn: { clock: number; processor: number }
  /** Ends it as a power cut would: kill −9. */
  kill(): Promise<void>
  /** Tells it to stop, and answers how it ended. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; milliseconds: number }>
  /** Tells a program of the tests something, and waits until it has done it. */
  tell(message: string): Promise<void>
  /** What it has written on standard error. */
  errors(): string
  hasEnded(): boolean
}

export interface ProcessOptions {
  port?: number
  /** Put before the program: a shell that mounts or limits something first. */
  before?: readonly string[]
  /** Another program of ours than `lake/main.ts`, one that can be told things. */
  program?: string
  /** What callers and queries may take, as operators write it. */
  limits?: string
}

/** Runs the lake as operators do, in a process of its own, and waits until it has answered a query. */
export async function startLakeProcess(
  folder: LakeFolder,
  { port: wanted, before = [], program, limits }: ProcessOptions = {},
): Promise<LakeProcess> {
  const port = wanted ?? (await freePort())
  const began = performance.now()
  const { child, ended, errors } = spawnLake(folder.dataDir, port, { before, program, limits })
  const connection = connectTo(`http://127.0.0.1:${port}`, folder)
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  await Promise.race([
    firstAnswer(connection, hasEnded),
    ended.then((code) => {
      throw new Error(`The lake ended with ${code} before it answered: ${errors()}`)
    }),
  ])
  const clock = performance.now() - began
  const startedIn = { clock, processor: processorTime(child.pid) ?? clock }
  const end = async (signal: NodeJS.Signals) => {
    const asked = performance.now()
    child.kill(signal)
    const code = await ended
    connection.close()
    return { code, milliseconds: performance.now() - asked }
  }
  return {
    ...connection,
    port,
    pid: child.pid ?? 0,
    startedIn,
    kill: async () => {
      await end('SIGKILL')
    },
    stop: (signal = 'SIGTERM') => end(signal),
    tell: (message) =>
      new Promise((resolve) => {
        child.once('message', () => resolve())
        child.send(message)
      }),
    errors,
    hasEnded,
  }
}

/** Starts a lake that is expected to refuse, and answers how it ended and what it said; null when it did not. */
export async function runLakeToItsEnd(
  dataDir: string,
  port: number,
): Promise<{ code: number | null; said: string }> {
  const { child, ended, errors } = spawnLake(dataDir, port)
  const patience = setTimeout(() => child.kill('SIGKILL'), 20_000)
  const code = await ended
  clearTimeout(patience)
  return { code, said: errors() }
}

function spawnLake(
  dataDir: string,
  port: number,
  { before = [], program, limits = '' }: Omit<ProcessOptions, 'port'> = {},
): { child: ChildProcess; ended: Promise<number | null>; errors: () => string } {
  const [command = process.execPath, ...args] = [
    ...before,
    process.execPath,
    join(root, program ?? 'lake/main.ts'),
  ]
  const { NODE_OPTIONS: _, ...inherited } = process.env
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe', ...(program ? ['ipc' as const] : [])],
    env: {
      ...inherited,
      LAKE_DATA_DIR: dataDir,
      LAKE_PORT: String(port),
      LAKE_PUBLIC_URL: `http://127.0.0.1:${port}`,
      LAKE_LIMITS: `writes=1000000 memberRequests=1000000 guestRequests=1000000 ${limits}`,
      LOG_LEVEL: 'error',
    },
  })
  let errors = ''
  child.stderr?.on('data', (piece) => {
    errors = `${errors}${piece}`.slice(-20_000)
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  return { child, ended, errors: () => errors }
}

/** What the process has computed, in milliseconds: on a machine with much else to do the clock says little. */
function processorTime(pid = 0): number | undefined {
  const path = `/proc/${pid}/stat`
  if (!existsSync(path)) return undefined
  const [, , , , , , , , , , , , userTicks, systemTicks] = readFileSync(path, 'utf8')
    .replace(/^.*\) /, '- - ')
    .split(' ')
  return 10 * (Number(userTicks) + Number(systemTicks))
}

async function firstAnswer(connection: LakeConnection, hasEnded: () => boolean): Promise<void> {
  while (!hasEnded()) {
    const answer = await connection.query('count(*[_type == "account"])').catch(() => undefined)
    if (answer !== undefined) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
