import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileScan } from '../../lake/groq/plan/compileQuery.ts'
import { scanDocuments } from '../../lake/groq/run/evaluateQuery.ts'
import { openDatabase } from '../../lake/store/database.ts'
import { DocumentReader } from '../../lake/store/documentReader.ts'
import { type BenchQuery, benchQueries } from './benchQueries.ts'
import { fillDataset } from './fill.ts'
import { type LakeProcess, startLake } from './lakeProcess.ts'
import { timeQuery } from './timeQuery.ts'

const dataset = 'production'
const usualSizes = [1_000, 10_000, 100_000]
/** Articles up to which everything is scanned. */
const mostScanned = 10_000
/** The usual ones would stop what asks without a pause, and what is slow could not be measured. */
const limits = 'guestRequests=1000000 budget=30000'

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
    const lake = await startLake(dataDir, limits)
    const queries = benchQueries(given(documents))
    const rows = []
    for (const query of queries) {
      if (rows.length === queries.filter(({ isGoal }) => isGoal).length)
        console.log(`Memory of the lake after the first ${rows.length}: ${await lake.memory()} MB`)
      rows.push(await timeBoth(query, lake, documents, articles <= mostScanned))
    }
    console.log(`Memory of the lake at the end: ${await lake.memory()} MB`)
    await lake.stop()
    console.table(rows)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Right after each other, so that a machine that others use is as busy for the one as for the other. */
async function timeBoth(query: BenchQuery, lake: LakeProcess, documents: Documents, isSmall: boolean) {
  const planned = await timeQuery(() => lake.ask(query, dataset))
  const scanned = await timeQuery(async () => {
    if (query.scansAgainAndAgain && !isSmall)
      throw new Error(`${query.name}: not scanned, it would take minutes`)
    scan(query, documents)
  })
  return row(query, planned, scanned)
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
