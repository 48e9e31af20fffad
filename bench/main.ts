import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findFreePort } from '../scripts/start/ports.ts'
import { startNewsroom } from '../tests/support/newsroom.ts'
import { benchLakeQueries } from './lake/queries.ts'
import { benchLoading } from './newsroom/benchLoading.ts'
import { weighPages } from './pages/weighPages.ts'
import { compareRankings } from './related/compareRankings.ts'
import { runMeridian } from './runMeridian.ts'
import { benchSearch } from './search/benchSearch.ts'
import { median, timeVisit } from './timeVisit.ts'

const starts = 3
const warmVisits = 15

if (process.argv[2] === 'lake') {
  const sizes = process.argv.slice(3).map(Number)
  await benchLakeQueries(sizes.length > 0 ? sizes : undefined)
  process.exit()
}

if (process.argv[2] === 'newsroom') {
  const [articles] = process.argv.slice(3).map(Number)
  await benchLoading(articles)
  process.exit()
}

if (process.argv[2] === 'search') {
  const [articles] = process.argv.slice(3).map(Number)
  await benchSearch(articles)
  process.exit()
}

if (process.argv[2] === 'pages') {
  await weighPages()
  process.exit()
}

compareRankings()
if (process.argv[2] === 'related') process.exit()

const dataDir = await mkdtemp(join(tmpdir(), 'meridian-bench-'))
const ports = { site: await findFreePort(), lake: await findFreePort(), worker: await findFreePort() }
try {
  // Builds and fills: what comes after is a machine that is set up.
  await (await runMeridian({ ports, dataDir })).stop()
  await measureStarts()
  await measureVisits()
} finally {
  await rm(dataDir, { recursive: true, force: true })
}

async function measureStarts(): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < starts; run += 1) {
    const meridian = await runMeridian({ ports, dataDir })
    times.push(meridian.firstPageMs)
    await meridian.stop()
  }
  console.log(
    `\nStart to first page, a machine that is set up (${starts} runs): ${times.map((ms) => `${(ms / 1000).toFixed(2)} s`).join(', ')}`,
  )
}

/** Cold: the first visit of each article in a newsroom whose pages nobody warms; only the front was visited before. */
async function measureVisits(): Promise<void> {
  const meridian = await startNewsroom()
  try {
    const rows = []
    for (const path of await listArticles(meridian.siteUrl)) {
      const cold = await timeVisit(`${meridian.siteUrl}${path}`)
      const warm: number[] = []
      for (let visit = 0; visit < warmVisits; visit += 1)
        warm.push((await timeVisit(`${meridian.siteUrl}${path}`)).ms)
      const ratio = (cold.ms / median(warm)).toFixed(0)
      rows.push({
        article: path.replace('/articles/', '').slice(0, 48),
        'first visit, ms': Number(cold.ms.toFixed(1)),
        cache: cold.cache,
        'again, ms (median)': Number(median(warm).toFixed(1)),
        ratio: `${ratio} : 1`,
        kB: Math.round(cold.bytes / 1000),
      })
    }
    console.log('\nFirst visit of an article on the server, and the same article again')
    console.table(rows)
    console.log(`Median of first visits: ${median(rows.map((row) => row['first visit, ms'])).toFixed(0)} ms`)
  } finally {
    await meridian.close()
  }
}

async function listArticles(siteUrl: string): Promise<string[]> {
  const front = await (await fetch(siteUrl)).text()
  return [...new Set([...front.matchAll(/href="(\/articles\/[^"#]+)/g)].map(([, path]) => path ?? ''))]
}
