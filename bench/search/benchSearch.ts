import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findArticles } from '../../lib/content/askSearch.ts'
import { getSuggestions } from '../../lib/content/getSuggestions.ts'
import { loadNames } from '../../lib/content/loadNames.ts'
import { foldedWordsIn } from '../../lib/search/foldWords.ts'
import { parseSearch } from '../../lib/search/parseSearch.ts'
import { type Chance, seededChance } from '../../scripts/newsroom/archive/chance.ts'
import { startLake } from '../lake/lakeProcess.ts'
import { fillArchive } from './fillArchive.ts'

const [searchesOfAKind, first, warmUps, pageSize] = [60, 30, 270, 10]

/**
 * Times what a page of the search asks the lake for: the ranking with what its facets count, and the page's articles.
 * Names are kept by the portal, and so here. No text is searched for twice, but by chance.
 */
export async function benchSearch(articles = 10_000): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'meridian-bench-'))
  try {
    const headlines = fillArchive(dataDir, 'production', articles)
    const lake = await startLake(dataDir, 'guestRequests=1000000 budget=30000')
    process.env.SANITY_API_HOST = lake.url
    process.env.SITE_URL = 'https://news.example'
    timeAnswers()
    await timeSearches(headlines, articles)
    console.log(`Memory of the lake, all its processes: ${await lake.memory()} MB`)
    await lake.stop()
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function timeSearches(headlines: readonly string[], articles: number): Promise<void> {
  const names = await loadNames()
  const chance = seededChance(3)
  const countries = names.filter(({ kind }) => kind === 'country').map(({ label }) => label)
  const kinds: [string, () => string][] = [
    ['one word of a headline', () => wordsOf(chance, headlines, 1)],
    ['two words of a headline', () => wordsOf(chance, headlines, 2)],
    ['three words of a headline', () => wordsOf(chance, headlines, 3)],
    ['a country', () => chance.pick(countries)],
    ['a country and a word', () => `${chance.pick(countries)} ${wordsOf(chance, headlines, 1)}`],
    ['a word that nobody wrote', () => `${chance.pick(['x', 'q', 'z'])}qzx${chance.below(1000)}`],
  ]
  const search = async (text: string) => {
    const page = { begin: 0, end: pageSize }
    const { ranked } = await findArticles(parseSearch(text), { names, conditions: {}, page })
    return ranked.length
  }
  const anyWords = (run: number) => wordsOf(chance, headlines, 1 + (run % 3))
  const cold = []
  for (let run = 0; run < first; run += 1) cold.push(await time(anyWords(run), search))
  const rows: Row[] = [rowOf(`the first ${first} after a start`, cold)]
  for (let run = 0; run < warmUps; run += 1) await search(anyWords(run))
  const all: Timed[] = []
  for (const [kind, next] of kinds) {
    const timed = []
    for (let run = 0; run < searchesOfAKind; run += 1) timed.push(await time(next(), search))
    all.push(...timed)
    rows.push(rowOf(kind, timed))
  }
  rows.push(rowOf('all kinds', all))
  const typed = []
  for (let run = 0; run < searchesOfAKind; run += 1)
    typed.push(
      await time(
        wordsOf(chance, headlines, 1).slice(0, 3),
        async (text) => (await getSuggestions(text, async () => names)).length,
      ),
    )
  rows.push(rowOf('suggestions for three letters', typed))
  console.log(`\nSearches over ${articles} articles, each asked once: ms over HTTP`)
  console.table(rows)
}

interface Timed {
  ms: number
  /** Of them, until the last byte of the lake's answer was there; the rest is the portal's, which reads it. */
  lake: number
  found: number
}

let answered = 0

/** Takes the time of whatever is asked for from here on. */
function timeAnswers(): void {
  const ask = globalThis.fetch
  globalThis.fetch = async (...asked) => {
    const began = performance.now()
    const response = await ask(...asked)
    const body = await response.arrayBuffer()
    answered += performance.now() - began
    return new Response(body, response)
  }
}

type Row = ReturnType<typeof rowOf>

async function time(text: string, work: (text: string) => Promise<number>): Promise<Timed> {
  answered = 0
  const began = performance.now()
  const found = await work(text)
  return { ms: performance.now() - began, lake: answered, found }
}

/** Neighbours in a headline, long enough to be looked for. */
function wordsOf(chance: Chance, headlines: readonly string[], count: number): string {
  const words = foldedWordsIn(chance.pick(headlines)).filter((word) => word.length > 3)
  const first = chance.below(Math.max(1, words.length - count + 1))
  return words.slice(first, first + count).join(' ')
}

function rowOf(search: string, timed: readonly Timed[]) {
  const times = timed.map(({ ms }) => ms)
  const lake = timed.map((each) => each.lake)
  const found = timed.map((each) => each.found)
  return {
    search,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    most: at(times, 1),
    'the lake (p50)': at(lake, 0.5),
    'the lake (p95)': at(lake, 0.95),
    'found (p50)': at(found, 0.5),
  }
}

/** The value below which that share of them lies. */
function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return Number(value.toFixed(1))
}

if (import.meta.main) {
  const size = Number(process.argv[2])
  await benchSearch(size > 0 ? size : undefined)
}
