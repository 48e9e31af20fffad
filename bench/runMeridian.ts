import { type ChildProcess, spawn } from 'node:child_process'

export interface RunningMeridian {
  siteUrl: string
  /** From the command to the whole front page, in milliseconds. */
  firstPageMs: number
  stop(): Promise<void>
}

/** Runs `npm start`'s own script on the given ports and folder, and times it to the first page. */
export async function runMeridian(options: {
  ports: { site: number; lake: number; worker: number }
  dataDir: string
}): Promise<RunningMeridian> {
  const { ports, dataDir } = options
  const began = performance.now()
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(ports.site),
      LAKE_PORT: String(ports.lake),
      WORKER_PORT: String(ports.worker),
      LAKE_DATA_DIR: dataDir,
    },
  })
  const siteUrl = `http://localhost:${ports.site}`
  await firstPage(siteUrl, child)
  return { siteUrl, firstPageMs: performance.now() - began, stop: () => stop(child) }
}

async function firstPage(siteUrl: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const response = await fetch(siteUrl).catch(() => undefined)
    await response?.arrayBuffer()
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`Meridian ended with exit code ${child.exitCode} before it showed a page`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
}
