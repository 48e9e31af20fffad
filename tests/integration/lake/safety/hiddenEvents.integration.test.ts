import type { TestLake } from '../../../support/lake.ts'
import { openSocket } from '../../../support/sockets.ts'
import { waitFor } from '../../../support/waitFor.ts'
import { withoutChance } from './guestAnswers.ts'
import { fillTwins, secretWord, startTwins, type Twins } from './twins.ts'

/** Each of them also hears the last change, so that a test knows when all is told. */
const queries = [
  'true',
  '_type == "article"',
  '_id in path("drafts.**")',
  '_type match "system*" || _type == "sanity.previewUrlSecret"',
  `text match "${secretWord}"`,
  'references("person-1")',
  '_id == "article-1" && count(*) > 1',
  'defined(companion->headline)',
].map((filter) => `*[${filter} || _id == "the-last"]`)
const options = [
  '',
  '&includeResult=true&includePreviousRevision=true&effectFormat=mendoza',
  '&visibility=query',
]

/** Where a reader says it left off: public changes, hidden ones of public transactions, and what never was. */
const places = [
  'transaction-4#article-1',
  'transaction-4#drafts.article-2',
  'transaction-4#drafts.article-3',
  'transaction-8#article-6',
  'transaction-8#drafts.article-6',
  'transaction-9#article-2',
  'transaction-9#drafts.article-1',
  'transaction-9#drafts.article-0',
  'transaction-9#drafts.article-7',
  'transaction-5#plan-2',
  'nothing#article-1',
]

describe.each(['public', 'private'] as const)('a guest who follows a %s dataset', (aclMode) => {
  let twins: Twins
  beforeEach(async () => {
    twins = await startTwins(aclMode)
    await fillTwins(twins)
  })
  afterEach(() => twins.close())

  it('is told what would be told if what is hidden were not there', async () => {
    const listens = queries.flatMap((query) => options.map((option) => listenPath(query, option)))
    const live = ['/v1/data/live/events/production', '/vX/data/live/events/production?includeDrafts=true']
    const paths = [...listens, ...live]
    const streams = await Promise.all(
      paths.map(async (path) => ({
        path,
        plain: await follow(twins.plain, path),
        full: await follow(twins.full, path),
      })),
    )
    await changeAndTell(twins)
    for (const { path, plain, full } of streams) {
      const [without, beside] = await Promise.all([plain.untilLast(), full.untilLast()])
      expect(`${path}\n${beside}`).toBe(`${path}\n${without}`)
      expect(beside).not.toContain(path.includes(secretWord) ? '\0' : secretWord)
    }
  }, 60_000)

  it('and comes back from wherever, is taken up as if that were not there', async () => {
    const paths = [`${listenPath('*[true]', '')}&enableResume=true`, '/v1/data/live/events/production']
    const comeBacks = places.flatMap((place) => paths.map((path) => ({ place, path })))
    const streams = await Promise.all(
      comeBacks.map(async ({ place, path }) => ({
        place,
        plain: await follow(twins.plain, path, place),
        full: await follow(twins.full, path, place),
      })),
    )
    await changeAndTell(twins)
    for (const { place, plain, full } of streams) {
      const [without, beside] = await Promise.all([plain.untilLast(), full.untilLast()])
      expect(`${place}\n${beside}`).toBe(`${place}\n${without}`)
    }
  }, 60_000)

  it('learns from the ids of places neither how much has happened nor whether anything has', async () => {
    const idOf = async () => {
      const stream = await follow(twins.full, '/v1/data/live/events/production', undefined, (text) => text)
      return /^id: @([^~]+)/m.exec(await stream.untilLast(false))?.[1] ?? ''
    }
    const [first, second] = [await idOf(), await idOf()]
    expect(first).toMatch(/^[\w-]{22}$/)
    expect(second).toMatch(/^[\w-]{22}$/)
    expect(second).not.toBe(first)
  })

  it('hears the same through the socket of a browser tab', async () => {
    const [plain, full] = await Promise.all([openTab(twins.plain), openTab(twins.full)])
    await changeAndTell(twins)
    const [without, beside] = await Promise.all([plain.untilLast(), full.untilLast()])
    expect(beside).toBe(without)
    expect(beside).not.toContain(secretWord)
  })

  /** Until somebody with rights, who asks last, has heard of all: then guests have been told, too. */
  async function changeAndTell({ plain, full, write }: Twins): Promise<void> {
    const watched = await Promise.all(
      [plain, full].map(async (lake) => {
        const response = await fetch(`${lake.url}${listenPath(queries[5] ?? '', '')}`, {
          headers: { authorization: `Bearer ${lake.tokens.viewer}` },
        })
        const heard: string[] = []
        void readAll(response, heard)
        await hear(heard, 'welcome')
        return heard
      }),
    )
    await change(write)
    for (const heard of watched) await hear(heard, 'the-last')
  }

  async function openTab(lake: TestLake) {
    const tab = await openSocket(`${lake.url}/lake-streams`)
    tab.send({ op: 'open', id: 1, url: listenPath('*[true]', '&includeResult=true') })
    await tab.hear('welcome')
    return {
      untilLast: async () => {
        if (aclMode === 'public') await tab.hear('the-last')
        tab.close()
        return withoutPlaces(lake, tab.heard.join('\n'))
      },
    }
  }

  /** A stream, and all that it says until the last change. In a private dataset a guest hears of none. */
  async function follow(
    lake: TestLake,
    path: string,
    lastEventId?: string,
    read = (text: string) => withoutPlaces(lake, text),
  ) {
    const ending = new AbortController()
    const headers = lastEventId ? { 'last-event-id': lastEventId } : undefined
    const response = await fetch(`${lake.url}${path}`, { headers, signal: ending.signal })
    const heard = [`${response.status}\n`]
    const reading = readAll(response, heard)
    const isOpen = response.headers.get('content-type')?.startsWith('text/event-stream') === true
    if (isOpen) await hear(heard, 'welcome', 'reset', 'restart')
    return {
      untilLast: async (hasLast = true) => {
        if (hasLast && isOpen && aclMode === 'public') await hear(heard, 'the-last')
        ending.abort()
        await reading
        return read(heard.join(''))
      },
    }
  }
})

async function readAll(response: Response, heard: string[]): Promise<void> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read())
      heard.push(piece.value)
  } catch {
    // The test has heard enough.
  }
}

async function hear(heard: string[], ...words: string[]): Promise<void> {
  await waitFor(async () => {
    const text = heard.join('')
    if (!words.some((word) => text.includes(word))) throw new Error(`heard only ${text}`)
  })
}

/** Writes in turns what is shown and what is not; the last is shown. */
async function change(write: Twins['write']): Promise<void> {
  const patch = (id: string, set: object) => ({ patch: { id, set } })
  await write([], [patch('drafts.article-1', { headline: `${secretWord} once more` })])
  await write([patch('article-1', { rank: 11 })], [patch('drafts.article-6', { rank: 12 })])
  await write(
    [patch('article-3', { rank: 13 })],
    [
      { delete: { id: 'versions.summer.article-3' } },
      { delete: { id: 'plan-2' } },
      patch('preview-key', { secret: secretWord }),
    ],
  )
  await write([], [{ create: { _id: 'drafts.article-3', _type: 'article', headline: secretWord } }])
  await write([{ create: { _id: 'the-last', _type: 'article', headline: 'the last' } }])
}

function listenPath(query: string, option: string): string {
  return `/v2021-06-07/data/listen/production?query=${encodeURIComponent(query)}${option}`
}

/** Places in the log are not for reading; the tests of `placeId` say so. */
function withoutPlaces(lake: TestLake, text: string): string {
  return withoutChance(lake, text).replace(/id: \S*@\S*/g, 'id: place')
}
