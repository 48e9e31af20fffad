import { getSearchPage, type SearchParameters } from '../../../lib/content/getSearchPage.ts'
import { getSuggestions } from '../../../lib/content/getSuggestions.ts'
import type { MarkedText, SearchPage } from '../../../lib/model/search.ts'
import { refTo, slugOf, storedArticle } from '../../fixtures/stored.ts'
import type { TestLake } from '../../support/lake.ts'
import { startDemonstrationLake } from './demonstrationLake.ts'
import { store } from './newsroomLake.ts'

let lake: TestLake
beforeAll(async () => {
  lake = await startDemonstrationLake()
}, 60_000)
afterAll(() => lake.close())

const search = async (asked: SearchParameters): Promise<SearchPage> => {
  const page = await getSearchPage(asked, new Date('2026-01-01T00:00:00Z'))
  if (page === undefined) throw new Error('there is no such page')
  return page
}
const headlines = ({ hits }: SearchPage) => hits.map(({ teaser }) => teaser.headline)
const marks = (text: MarkedText) => text.filter(({ isMarked }) => isMarked).map((span) => span.text)

describe('a search for articles', () => {
  it('puts what says it in the headline before what says it in the text', async () => {
    const page = await search({ q: 'ceasefire' })
    const inHeadline = page.hits.map(({ headline }) => marks(headline).length > 0)
    expect(inHeadline).toContain(true)
    expect(inHeadline).toContain(false)
    expect(inHeadline).toEqual(inHeadline.toSorted((one, other) => Number(other) - Number(one)))
    expect(page.total).toBe(page.hits.length)
  })

  it('finds a headline first, and marks its words', async () => {
    const page = await search({ q: 'war breaks out in Sudan' })
    expect(headlines(page)[0]).toContain('War breaks out in Sudan')
    expect(marks(page.hits[0]?.headline ?? [])).toEqual(['War', 'breaks', 'out', 'in', 'Sudan'])
  })

  it('leads to the key point that says it', async () => {
    const [hit] = (await search({ q: '"Glasgow Climate Pact"' })).hits
    expect(hit?.passage?.href).toMatch(/^\/articles\/cop26-agrees-to-phase-down-coal#.+/)
    expect(marks(hit?.passage?.text ?? [])).toEqual(['Glasgow Climate Pact'])
  })

  it('minds neither case nor accents', async () => {
    const [plain, accented] = [await search({ q: 'turkiye' }), await search({ q: 'TÜRKIYE' })]
    expect(headlines(plain).length).toBeGreaterThan(1)
    expect(headlines(accented)).toEqual(headlines(plain))
  })

  it('finds articles in other scripts, by their words and by the country that they are about', async () => {
    const [hit] = (await search({ q: 'زلزال' })).hits
    expect(hit?.teaser).toMatchObject({ language: 'ar', direction: 'rtl' })
    expect(headlines(await search({ q: 'Syria' }))).toContain(hit?.teaser.headline)
  })

  it('takes phrases as they are, and leaves out what is not wanted', async () => {
    const all = await search({ q: 'karabakh' })
    const without = await search({ q: 'karabakh -lachin' })
    expect(without.total).toBeGreaterThan(0)
    expect(without.total).toBeLessThan(all.total)
    expect(headlines(await search({ q: '"breaks out war"' }))).toEqual([])
  })

  it('does not take the words that we file things under for words that readers read', async () => {
    expect((await search({ q: 'keyPointsSection' })).total).toBe(0)
    expect((await search({ q: 'whatNext' })).total).toBe(0)
    expect((await search({ q: 'unverified' })).total).toBe(0)
  })

  it('shows no draft, and no article before it is published', async () => {
    const draft = storedArticle('secret', {
      _id: 'drafts.article-secret',
      authors: [],
      headline: 'Xylophone embargo',
    })
    await store(lake, draft, { ...draft, _id: 'versions.r1.article-secret' })
    expect((await search({ q: 'xylophone' })).total).toBe(0)
    expect(await getSuggestions('xyloph')).toEqual([])
    await store(lake, { ...draft, _id: 'article-secret' })
    expect((await search({ q: 'xylophone' })).total).toBe(1)
    expect(await getSuggestions('xyloph')).toMatchObject([{ kind: 'article', href: '/articles/secret' }])
    await lake.client('administrator').delete('article-secret')
    expect((await search({ q: 'xylophone' })).total).toBe(0)
  })
})

describe('narrowing a search', () => {
  it('keeps what its facets have counted', async () => {
    const all = await search({ q: 'climate' })
    for (const { kind, choices } of all.facets) {
      for (const { count, href } of choices) {
        const narrowed = await search(Object.fromEntries(new URLSearchParams(href.split('?')[1])))
        expect([kind, narrowed.total]).toEqual([kind, count])
        expect(narrowed.chosen).toMatchObject([{ kind, href: '/search?q=climate' }])
      }
    }
    expect(all.facets.map(({ kind }) => kind)).toEqual(['category', 'country', 'topic', 'author', 'year'])
  })

  it('ignores what names nothing', async () => {
    const page = await search({ q: 'climate', category: 'astrology', country: 'atlantis', x: 'y' })
    expect(page.total).toBe((await search({ q: 'climate' })).total)
    expect(page.chosen).toEqual([])
  })

  it('says that there is more without it when it leaves nothing', async () => {
    const page = await search({ q: 'climate', year: '1999' })
    expect([page.total, page.widened]).toEqual([0, '/search?q=climate'])
  })
})

describe('the pages of a search', () => {
  it('follow each other without a gap, and end', async () => {
    const first = await search({ q: 'government' })
    const second = await search({ q: 'government', page: '2' })
    expect([first.page, second.page]).toEqual([1, 2])
    expect(first.hits).toHaveLength(10)
    expect(headlines(second).filter((headline) => headlines(first).includes(headline))).toEqual([])
    expect(await getSearchPage({ q: 'government', page: `${first.pageCount}` })).toBeDefined()
    expect(await getSearchPage({ q: 'government', page: `${first.pageCount + 1}` })).toBeUndefined()
    expect(await getSearchPage({ page: '2' })).toBeUndefined()
  })
})

describe('a search by name', () => {
  it('is answered with the page of that name first', async () => {
    expect((await search({ q: 'armenia' })).answers).toEqual([
      { kind: 'country', label: 'Armenia', href: '/countries/armenia' },
    ])
  })
})

describe('a search that finds nothing', () => {
  it('asks whether a mistyped word was meant, if that finds something', async () => {
    const page = await search({ q: 'Ukriane' })
    expect([page.total, page.corrections]).toEqual([0, [{ label: 'Ukraine', href: '/search?q=Ukraine' }]])
  })

  it('corrects one word of two, to a search that leads to key points', async () => {
    const { corrections } = await search({ q: 'Azerbaijn treaty' })
    expect(corrections.map(({ label }) => label)).toEqual(['Azerbaijan treaty'])
    const corrected = await search({ q: 'Azerbaijan treaty', country: 'armenia' })
    expect(corrected.hits[0]?.passage?.href).toContain('#')
    expect(corrected.chosen).toMatchObject([{ kind: 'country', label: 'Armenia' }])
  })

  it('offers no search that would find nothing itself', async () => {
    const page = await search({ q: 'Ukriane xylophone' })
    const offered = [...page.corrections, ...page.shorter]
    expect(offered.map(({ label }) => label)).toEqual(['Ukraine'])
    for (const { label } of offered) expect((await search({ q: label })).total).toBeGreaterThan(0)
  })

  it('offers fewer words', async () => {
    const { shorter, corrections } = await search({ q: 'pandemic karabakh' })
    expect([corrections, shorter.map(({ label }) => label)]).toEqual([[], ['karabakh', 'pandemic']])
  })

  it.each(['qqqqqqqqqq', '', '   ', '!!!', '-war'])('shows what is written about for %j', async (q) => {
    const page = await search({ q })
    expect([page.total, page.corrections]).toEqual([0, []])
    expect(page.start?.countries[0]).toMatchObject({ label: 'Russia', href: '/countries/russia' })
    expect(page.start?.topics.length).toBeGreaterThan(5)
    expect(page.isOnlyWithout).toBe(q === '-war')
  })
})

describe('hostile searches', () => {
  it.each([
    ['10 kB of one word', 'x'.repeat(10_000)],
    ['10 kB of words', 'war '.repeat(2_500)],
    ['open brackets', '[[[[((((({{{{'],
    ['quotes', '"""""\'\'\'""" war "'],
    ['GROQ', '"] | order(_id) {...}, "x": *[_type == "system.user"]'],
    ['parameters', '$words $patterns $__proto__'],
    ['operators of the engine', '* -* "*" war* *war w*r - -- AND OR NOT NEAR(war)'],
    ['signs that hide', 'w\u0000a\u202er\u200b \ud800'],
    ['halves of letters', '\udc00\ud83d war'],
  ])('of %s are answered like any other', async (_what, q) => {
    const page = await search({ q })
    expect(page.total).toBeGreaterThanOrEqual(0)
    expect(page.words.length).toBeLessThanOrEqual(120)
    expect(await getSuggestions(q)).toEqual(expect.any(Array))
  })

  it('of very many at once are told to come again, and find what they seek later', async () => {
    const pages = await Promise.all(Array.from({ length: 300 }, () => search({ q: 'karabakh' })))
    const busy = pages.filter(({ isBusy }) => isBusy)
    expect(busy.length).toBeGreaterThan(0)
    expect(busy.length).toBeLessThan(pages.length)
    expect(busy.every(({ total, start }) => total === 0 && start === undefined)).toBe(true)
    expect((await search({ q: 'karabakh' })).total).toBeGreaterThan(0)
  })

  it('narrow by nothing but slugs', async () => {
    const evil = '" || true || "'
    const page = await search({
      q: 'climate',
      category: evil,
      country: evil,
      year: evil,
      since: evil,
      page: evil,
    })
    expect([page.page, page.chosen]).toEqual([1, []])
  })
})

describe('suggestions', () => {
  it('are names first, then headlines, eight at most', async () => {
    const suggestions = await getSuggestions('Su')
    expect(suggestions.slice(0, 2)).toMatchObject([
      { label: 'Sudan', href: '/countries/sudan', kind: 'country' },
      { label: 'Suriname', kind: 'country' },
    ])
    expect(suggestions.some(({ kind }) => kind === 'article')).toBe(true)
    expect(suggestions.length).toBeLessThanOrEqual(8)
  })

  it('begin with the second letter', async () => {
    expect(await getSuggestions('s')).toEqual([])
    expect(await getSuggestions('')).toEqual([])
  })

  it('follow a name that has changed', async () => {
    const topic = { _id: 'topic-zebra', _type: 'topic', title: 'Zebra crossings', slug: slugOf('zebras') }
    await store(lake, topic)
    expect(await getSuggestions('zebra')).toMatchObject([{ kind: 'topic', href: '/topics/zebras' }])
    await store(
      lake,
      storedArticle('zebra', {
        headline: 'Zebras',
        authors: [],
        topics: [{ ...refTo('topic-zebra'), _key: 't' }],
      }),
    )
    expect((await search({ q: 'zebra crossings' })).total).toBe(1)
  })
})
