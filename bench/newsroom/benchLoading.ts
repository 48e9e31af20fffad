import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type LakeProcess, startLake } from '../lake/lakeProcess.ts'
import { figuresOf, type ProcessFigures } from './processFigures.ts'

const usualArticles = 10_000
const betweenLooks = 200

/** Times the commands that fill a newsroom, over HTTP into a lake in a process of its own. */
export async function benchLoading(articles = usualArticles): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'meridian-bench-'))
  const environment = { LAKE_DATA_DIR: dataDir, SANITY_DATASET: 'production' }
  try {
    await promisify(execFile)(process.execPath, ['lake/cli.ts', 'setup'], {
      env: { ...process.env, ...environment },
    })
    const lake = await startLake(dataDir, '')
    const load = (script: string, ...flags: string[]) =>
      timeCommand(lake, [`scripts/newsroom/${script}`, ...flags], {
        ...environment,
        SANITY_API_HOST: lake.url,
      })
    const newsroom = await load('load.ts')
    const archive = await load('scale.ts', '--articles', String(articles))
    await lake.stop()
    console.log('\nFilling a newsroom, over HTTP into a lake of its own')
    console.table({
      'the demonstration newsroom, with its pictures': row(newsroom),
      [`an archive of ${articles} articles`]: row(archive),
    })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

interface Timed {
  documents: number
  seconds: number
  loader: ProcessFigures
  lake: ProcessFigures
  /** MB of all processes of the lake together, the most that was met. */
  lakeMemory: number
}

async function timeCommand(lake: LakeProcess, command: string[], variables: Record<string, string>) {
  const before = await figuresOf(lake.pid)
  const began = performance.now()
  const child = spawn(process.execPath, command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...variables },
  })
  const output: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const { loader, lakeMemory } = await watch(child.pid ?? 0, lake, ended)
  if ((await ended) !== 0) throw new Error(`${command[0]} failed: ${output.join('')}`)
  const seconds = (performance.now() - began) / 1000
  const after = await figuresOf(lake.pid)
  if (!before || !after || !loader)
    throw new Error('/proc says nothing about the processes: this bench needs Linux')
  const documents = Number(/(\d+) documents written/.exec(output.join(''))?.[1])
  return { documents, seconds, loader, lake: { ...after, cpu: after.cpu - before.cpu }, lakeMemory }
}

/** The last figures of the loader before its end, and the most memory of the lake until then. */
async function watch(pid: number, lake: LakeProcess, ended: Promise<unknown>) {
  let [loader, lakeMemory, isOver]: [ProcessFigures | undefined, number, boolean] = [undefined, 0, false]
  void ended.then(() => {
    isOver = true
  })
  while (!isOver) {
    loader = (await figuresOf(pid)) ?? loader
    lakeMemory = Math.max(lakeMemory, await lake.memory())
    await setTimeout(betweenLooks)
  }
  return { loader, lakeMemory }
}

function row({ documents, seconds, loader, lake, lakeMemory }: Timed) {
  return {
    documents,
    seconds: Number(seconds.toFixed(1)),
    'documents a second': Math.round(documents / seconds),
    "and of the lake's processor": Math.round(documents / lake.cpu),
    'peak of the loader, MB': Math.round(loader.peakMemory),
    'peak of the lake, MB': Math.round(lake.peakMemory),
    'and of all its processes, MB': lakeMemory,
  }
}
