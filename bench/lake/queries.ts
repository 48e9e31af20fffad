import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileScan } from '../../lake/groq/plan/compileQuery.ts'
import { scanDocuments } from '../../lake/groq/run/evaluateQuery.ts'
import { openDatabase } from '../../lake/store/database.ts'
import { DocumentReader } from '../../lake/store/documentReader.ts'
import { findFreePort } from '../../scripts/start/ports.ts'
import { median } from '../timeVisit.ts'
import { type BenchQuery, benchQueries } from './benchQueries.ts'
import { fillDataset } from './fill.ts'

const dataset = 'production'
const usualSizes = [1_000, 10_000, 100_000]
/** Milliseconds that one query is asked again and again, and how often at most. */
const [patience, mostRuns] = [1_500, 60]
/** Articles up to which everything is scanned. */
const mostScanned = 10_000

/** Times queries over HTTP, each beside the same query scanned by groq-js over the same documents in memory. */
export async function benchLakeQueries(sizes: readonly number[] = usualSizes): Promise<void> {
  for (const size of sizes) await benchSize(size)
}

async function benchSize(articles: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'meridian-bench-'))
  try {
    const began = performance.now()
    fill(dataDir, articles)
    const filled = performance.now()
    const documents = readAll(dataDir)
    const [filling, reading] = [filled - began, performance.now() - filled]
    console.log(
      `\n${articles} articles, ${documents.length} documents that readers see (filled in ${seconds(filling)} s)`,
    )
    // The scan below has them all in memory, parsed; one that keeps nothing there has this to pay for each query.
    console.log(`Reading and parsing all of them once: ${seconds(reading)} s`)
    const queries = benchQueries(given(documents))
    const lake = await startLake(dataDir)
    const planned = await timeEach(queries, (query) => lake.ask(query))
    console.log(`Memory of the lake afterwards: ${await lake.memory()} MB`)
    await lake.stop()
    const isScanned = (query: BenchQuery) => articles <= mostScanned || !query.scansAgainAndAgain
    const scanned = await timeEach(queries, async (query) => {
      if (!isScanned(query)) throw new Error(`${query.name}: not scanned, it would take minutes`)
      scan(query, documents)
    })
    console.table(queries.map((query, place) => row(query, planned[place], scanned[place])))
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

type Documents = ReturnType<typeof readAll>

function fill(dataDir: string, articles: number): void {
  const database = openDatabase(dataDir)
  try {
    fillDataset(database, dataset, { articles, seed: 7 })
  } finally {
    database.close()
  }
}

function readAll(dataDir: string) {
  const database = openDatabase(dataDir)
  try {
    const scope = { dataset, perspective: [], reach: 'public' } as const
    return [...new DocumentReader(database, scope, { publicUrl: '' }).read({ conditions: [] })]
  } finally {
    database.close()
  }
}

/** What is asked for: an article in the middle, a rare word of its headline, and the most usual one. */
function given(documents: Documents) {
  const [article] = documents.filter(({ _type }) => _type === 'article').slice(500)
  const counts = new Map<string, number>()
  const headlines = documents.flatMap(({ headline }) => (typeof headline === 'string' ? [headline] : []))
  for (const headline of headlines) {
    for (const word of new Set(headline.toLowerCase().split(' ')))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const byCount = [...counts].sort(([, one], [, other]) => one - other)
  const rare = byCount.find(([word, count]) => count >= 20 && word.length > 4) ?? byCount.at(-1)
  const slug = JSON.stringify(article?.slug).match(/"current":"([^"]+)"/)?.[1] ?? ''
  return { slug, words: rare?.[0] ?? '', common: byCount.at(-1)?.[0] ?? '' }
}

function scan({ query, params = {} }: BenchQuery, documents: Documents): void {
  const scope = {
    identity: 'anonymous',
    sanity: { projectId: 'meridian', dataset },
    now: new Date(),
    perspective: [],
  }
  JSON.stringify(scanDocuments(compileScan(query, params), documents, scope))
}

/** The lake in a process of its own, as it is run. */
async function startLake(dataDir: string) {
  const port = await findFreePort()
  const child = spawn(process.execPath, ['lake/main.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      LAKE_PORT: String(port),
      LAKE_DATA_DIR: dataDir,
      LAKE_LIMITS: 'guestRequests=1000000 budget=30000',
      LOG_LEVEL: 'error',
    },
  })
  const url = `http://localhost:${port}`
  await untilHealthy(url)
  return {
    ask: async ({ query, params = {} }: BenchQuery): Promise<void> => {
      const asked = { method: 'POST', body: JSON.stringify({ query, params }) }
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(`${url}/v2025-02-19/data/query/${dataset}`, { ...asked, headers })
      const text = await response.text()
      if (!response.ok) throw new Error(`${query}: ${text}`)
    },
    memory: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
    },
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await gone
    },
  }
}

async function untilHealthy(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/health`).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** The middle time of each query, in milliseconds; undefined for one that was refused. */
async function timeEach(
  queries: readonly BenchQuery[],
  run: (query: BenchQuery) => Promise<void>,
): Promise<(number | undefined)[]> {
  const medians: (number | undefined)[] = []
  for (const query of queries) {
    medians.push(
      await timeOne(() => run(query)).catch((error) => {
        console.log(String(error).slice(0, 300))
        return undefined
      }),
    )
  }
  return medians
}

async function timeOne(run: () => Promise<void>): Promise<number> {
  const times: number[] = []
  const end = performance.now() + patience
  while (times.length < 2 || (performance.now() < end && times.length < mostRuns)) {
    const began = performance.now()
    await run()
    times.push(performance.now() - began)
  }
  return median(times)
}

function row(query: BenchQuery, planned: number | undefined, scanned: number | undefined) {
  const ratio = planned === undefined || scanned === undefined ? undefined : scanned / planned
  return {
    query: `${query.isGoal ? '' : '  '}${query.name}`,
    'p50 over HTTP, ms': rounded(planned),
    'p50 of the scan, ms': rounded(scanned),
    'times faster': ratio === undefined ? '–' : Number(ratio.toPrecision(3)),
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}

function rounded(milliseconds: number | undefined): number | string {
  return milliseconds === undefined ? '–' : Number(milliseconds.toPrecision(3))
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number)
  await benchLakeQueries(sizes.length > 0 ? sizes : undefined)
}
