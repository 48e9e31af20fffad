import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../lake/store/database.ts'
import { type BenchQuery, benchQueries } from './benchQueries.ts'
import { fillDataset } from './fill.ts'
import { type LakeProcess, startLake } from './lakeProcess.ts'
import { openPartScans, openScans } from './scans.ts'
import { type Times, timeQuery } from './timeQuery.ts'

const dataset = 'production'
const usualSizes = [1_000, 10_000, 100_000]
/** Articles up to which everything is scanned. */
const mostScanned = 1_000
/** The usual ones would stop what asks without a pause, and what is slow could not be measured. */
const limits = 'guestRequests=1000000 budget=30000'

/**
 * Times queries over HTTP, each beside the same query scanned by groq-js over the same documents: all of them in memory,
 * and read for each query by a scan that has no more memory than the lake.
 */
export async function benchLakeQueries(sizes: readonly number[] = usualSizes): Promise<void> {
  for (const size of sizes) await benchSize(size)
}

async function benchSize(articles: number): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'meridian-bench-'))
  try {
    const began = performance.now()
    fill(dataDir, articles)
    const filling = performance.now() - began
    const scans = await openScans({ dataDir, dataset })
    console.log(
      `\n${articles} articles, ${scans.count} documents that readers see (filled in ${seconds(filling)} s)`,
    )
    const inParts = openPartScans({ dataDir, dataset })
    const lake = await startLake(dataDir, limits)
    console.table(await timeAll(benchQueries(scans.given), lake, { scans, inParts }, articles <= mostScanned))
    await lake.stop()
    await scans.close()
    await inParts.close()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

interface Scans {
  scans: Awaited<ReturnType<typeof openScans>>
  inParts: ReturnType<typeof openPartScans>
}

/** One query after the other, the scan right after the lake: whatever else the machine does, it does to both. */
async function timeAll(
  queries: readonly BenchQuery[],
  lake: LakeProcess,
  { scans, inParts }: Scans,
  isSmall: boolean,
) {
  const rows = []
  let most = 0
  const goals = queries.filter(({ isGoal }) => isGoal).length
  for (const query of queries) {
    if (rows.length === goals)
      console.log(`Memory of the lake after the first ${goals}: ${await lake.memory()} MB`)
    const planned = await timeQuery(() => lake.ask(query, dataset))
    // In a large dataset it would take minutes.
    const isScanned = isSmall || !query.scansAgainAndAgain
    const scanned = isScanned ? await scans.time(query) : undefined
    const scannedInParts = query.inParts && (await inParts.time(query))
    rows.push(row(query, planned, scanned, scannedInParts))
    most = Math.max(most, await lake.memory())
  }
  console.log(`Memory of the lake at the end: ${await lake.memory()} MB, at most ${most} MB`)
  return rows
}

function fill(dataDir: string, articles: number): void {
  const database = openDatabase(dataDir)
  try {
    fillDataset(database, dataset, { articles, seed: 7 })
  } finally {
    database.close()
  }
}

function row(
  query: BenchQuery,
  planned: Times | undefined,
  scanned: Times | undefined,
  inParts: Times | undefined,
) {
  const ratio = (scan: Times | undefined) => rounded(planned && scan && scan.middle / planned.middle)
  return {
    query: `${query.isGoal ? '' : '  '}${query.name}`,
    'over HTTP, ms': rounded(planned?.middle),
    'its best': rounded(planned?.best),
    'the first time': rounded(planned?.first),
    'scan, ms': rounded(scanned?.middle),
    'best scan': rounded(scanned?.best),
    'times faster': ratio(scanned),
    'scan that reads, ms': rounded(inParts?.middle),
    'times faster than it': ratio(inParts),
  }
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}

function rounded(value: number | undefined): number | string {
  return value === undefined ? '–' : Number(value.toPrecision(3))
}

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number)
  await benchLakeQueries(sizes.length > 0 ? sizes : undefined)
}
