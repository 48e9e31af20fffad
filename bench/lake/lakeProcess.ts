import { spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { findFreePort } from '../../scripts/start/ports.ts'
import type { BenchQuery } from './benchQueries.ts'

/** A lake in a process of its own, as it is run. */
export interface LakeProcess {
  url: string
  pid: number
  /** Asks over HTTP and reads the answer. */
  ask(query: BenchQuery, dataset: string): Promise<void>
  /** MB of the lake and all processes that it has started, what they share counted once. */
  memory(): Promise<number>
  stop(): Promise<void>
}

/** @param limits as in `LAKE_LIMITS` */
export async function startLake(dataDir: string, limits: string): Promise<LakeProcess> {
  const port = await findFreePort()
  const child = spawn(process.execPath, ['lake/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      LAKE_PORT: String(port),
      LAKE_DATA_DIR: dataDir,
      LAKE_LIMITS: limits,
      LOG_LEVEL: 'error',
      MALLOC_ARENA_MAX: '1',
    },
  })
  const url = `http://localhost:${port}`
  await untilHealthy(url)
  const pid = child.pid ?? 0
  return {
    url,
    pid,
    ask: async ({ query, params = {} }, dataset) => {
      const path = `/v2025-02-19/data/query/${dataset}`
      const send = () => post({ host: 'localhost', port, path }, JSON.stringify({ query, params }))
      // A connection that nobody used through a long scan may just have been closed.
      const { status, text } = await send().catch(send)
      if (status !== 200) throw new Error(`${query}: ${text}`)
    },
    memory: async () => Math.round((await memoryOf(pid)) / 1024),
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

const agent = new Agent({ keepAlive: true })

/** Over a connection that is kept, and without `fetch`, which takes 0.2 to 0.5 ms for itself. */
function post(
  to: { host: string; port: number; path: string },
  body: string,
): Promise<{ status: number | undefined; text: string }> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const asking = request({ ...to, agent, method: 'POST', headers }, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode, text: answer }), reject)
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

async function untilHealthy(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/health`).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** kB of a process and of those below it, each with its share of the pages that several use. Linux only. */
async function memoryOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
  const own = Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  const below = await Promise.all((await childrenOf(pid)).map(memoryOf))
  return below.reduce((sum, each) => sum + each, own)
}

async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  )
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number))
}
