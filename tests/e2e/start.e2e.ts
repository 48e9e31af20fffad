import { createClient } from '@sanity/client'
import { failureWords } from '../../lib/format/words/failureWords.ts'
import { findFreePort } from '../../scripts/start/ports.ts'
import { type RunningNewsroom, startNewsroom } from '../support/newsroom.ts'
import { listProcesses } from '../support/systemProcesses.ts'
import { waitFor } from '../support/waitFor.ts'

let newsroom: RunningNewsroom | undefined
let firstFront: Promise<string>

beforeAll(async () => {
  const port = await findFreePort()
  firstFront = waitFor(async () => {
    const answer = await fetch(`http://localhost:${port}/`)
    expect(answer.status).toBe(200)
    return answer.text()
  }, 90_000)
  newsroom = await startNewsroom(port)
}, 120_000)
afterAll(() => newsroom?.close())

const running = () => {
  if (!newsroom) throw new Error('the newsroom was not started')
  return newsroom
}

/** The lake's number, known from the processes that answer its queries. */
async function findLake(): Promise<number> {
  const { dataDir } = running()
  const queries = (await listProcesses()).find(
    ({ command }) => command.includes('queryProcess') && command.includes(dataDir),
  )
  if (!queries) throw new Error('no lake runs on the folder')
  return queries.parent
}

const countArticles = () =>
  createClient({
    apiHost: running().studioUrl,
    useProjectHostname: false,
    projectId: 'meridian',
    dataset: 'production',
    apiVersion: '2025-09-01',
    useCdn: false,
    maxRetries: 0,
  }).fetch<number>('count(*[_type == "article"])')

describe('the first start of a newsroom', () => {
  it('shows its first visitor a front that is filled', async () => {
    expect(await firstFront).toContain('Nagorno-Karabakh')
  })
})

/** The newest Next that this process has started: that of this file's newsroom. */
async function findNext(): Promise<number> {
  const all = (await listProcesses()).filter(
    ({ command, parent }) => command.startsWith('next-server') && parent === process.pid,
  )
  if (all.length === 0) throw new Error('no Next runs')
  return Math.max(...all.map(({ pid }) => pid))
}

describe('a newsroom whose Next is killed', () => {
  it('shows the pages that were read of late, says of others that they cannot be shown, and heals', async () => {
    const { siteUrl, nextUrl } = running()
    const other = `${siteUrl}/corrections`
    await (await fetch(siteUrl)).text()
    process.kill(await findNext(), 'SIGKILL')
    await waitFor(async () => expect(fetch(nextUrl)).rejects.toThrow())
    const front = await fetch(siteUrl)
    expect(front.status).toBe(200)
    expect(await front.text()).toContain('Nagorno-Karabakh')
    const missed = await fetch(other, { headers: { accept: 'text/html' } })
    expect(missed.status).toBe(503)
    expect(await missed.text()).toContain(failureWords.en.heading)
    await waitFor(async () => expect((await fetch(other)).status).toBe(200), 60_000)
    await waitFor(async () => expect((await fetch(siteUrl)).headers.get('cache-status')).toBe('edge; hit'))
  }, 90_000)
})

describe('a newsroom whose lake is killed', () => {
  it('goes on serving its readers, and has the lake back with all that it held', async () => {
    const { siteUrl } = running()
    const articles = await countArticles()
    const lake = await findLake()
    process.kill(lake, 'SIGKILL')
    await expect(countArticles()).rejects.toThrow()
    const counted = waitFor(countArticles, 60_000)
    let isBack = false
    const end = () => {
      isBack = true
    }
    counted.then(end, end)
    while (!isBack) {
      const front = await fetch(siteUrl)
      expect(front.status).toBe(200)
      expect(await front.text()).toContain('Nagorno-Karabakh')
    }
    expect(await counted).toBe(articles)
    expect(await findLake()).not.toBe(lake)
  }, 90_000)
})
