import { Archive, archiveDocuments, articlesInBlock } from '../../../scripts/newsroom/archive/archive.ts'
import { seededChance } from '../../../scripts/newsroom/archive/chance.ts'
import { readGrammar } from '../../../scripts/newsroom/archive/grammar.ts'
import { openArchive } from '../../../scripts/newsroom/archive/openArchive.ts'
import { referencesIn } from '../../../scripts/newsroom/checkNewsroom.ts'
import { readNewsroomFile } from '../../../scripts/newsroom/load/newsroomFile.ts'
import { seedRoot } from './seedFolder.ts'

const newsroom = readNewsroomFile(`${seedRoot}/newsroom`)
const grammar = readGrammar(seedRoot)
const documentsOf = (articles: number, seed: number) => [
  ...archiveDocuments(new Archive(newsroom, grammar, seed), articles),
]
const thousand = documentsOf(1000, 1)
const articles = thousand.filter(({ _type }) => _type === 'article')
const counted = (values: readonly unknown[]) => {
  const counts = new Map<unknown, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()].sort((left, right) => right - left)
}
const firstCountry = (article: object) => /country-[a-z-]+/.exec(JSON.stringify(article))?.[0]

describe('the generated archive', () => {
  it('is the same for the same seed, byte for byte, and another for another', () => {
    expect(JSON.stringify(documentsOf(1000, 1))).toBe(JSON.stringify(thousand))
    const other = documentsOf(1000, 2).filter(({ _type }) => _type === 'article')
    const shared = new Set(articles.map(({ headline }) => headline))
    expect(other.filter(({ headline }) => shared.has(headline)).length).toBeLessThan(100)
  })

  it('begins alike however long it is, so that it can be made longer', () => {
    const short = documentsOf(articlesInBlock + 50, 1)
    const long = new Map(thousand.map((document) => [document._id, document]))
    for (const document of short) expect(document).toEqual(long.get(document._id))
  })

  it('refers only to the newsroom and to what it has written before', () => {
    const known = new Set(newsroom.map(({ _id }) => _id))
    for (const document of thousand) {
      known.add(document._id)
      const unknown = referencesIn(document).filter(({ ref }) => !known.has(ref))
      expect(unknown).toEqual([])
    }
  })

  it('writes about a few countries and topics all the time, and about most now and then', () => {
    const countries = counted(articles.map(firstCountry))
    expect(countries.length).toBeGreaterThan(80)
    expect(countries[0]).toBeGreaterThan(20 * (countries[80] ?? Number.NaN))
    const topics = counted(articles.map(({ topics }) => JSON.stringify(topics)))
    expect(topics[0]).toBeGreaterThan(5 * (topics.at(-1) ?? Number.NaN))
  })

  it('spreads over twenty years, with stories that keep together', () => {
    const years = articles.map(({ firstPublishedAt }) => String(firstPublishedAt).slice(0, 4))
    expect(new Set(years).size).toBeGreaterThanOrEqual(20)
    const story = articles.filter((article) => JSON.stringify(article.story)?.includes('story-archive-1-0"'))
    const times = story.map(({ firstPublishedAt }) => Date.parse(String(firstPublishedAt)))
    expect(times.length).toBeGreaterThan(5)
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(601 * 86_400_000)
  })

  it('has headlines that fit, addresses of their own and no sentence with a gap', () => {
    expect(articles.filter(({ headline }) => String(headline).length > 120)).toEqual([])
    expect(new Set(articles.map(({ slug }) => JSON.stringify(slug))).size).toBe(articles.length)
    const texts = JSON.stringify(
      articles.map(({ headline, standfirst, sections, closing }) => [
        ...[headline, standfirst, sections, closing],
      ]),
    )
    expect(texts).not.toMatch(/undefined|\bnull\b|"text":"[^"]*[{}]|"text":" ?"/)
  })

  it('says of every article that a program wrote it', () => {
    for (const { closing } of articles) expect(JSON.stringify(closing)).toContain('It reports no real event')
  })

  it('knows the newsroom’s pictures by the ids that a dataset gives them', () => {
    const [first] = openArchive(seedRoot, 1)
      .block(0)
      .filter(({ mainMedia }) => mainMedia)
    expect(JSON.stringify(first?.mainMedia)).toMatch(/"_ref":"image-[0-9a-f]{40}-\d+x\d+-png"/)
    expect(JSON.stringify(first)).not.toContain('_sanityAsset')
  })
})

describe('the grammar of the archive', () => {
  it('names topics, categories and countries that the newsroom has', () => {
    const ids = new Set(newsroom.map(({ _id }) => _id))
    const topics = ['Europe', 'Oceania', ''].flatMap((region) => grammar.topicsOf(region))
    const named = topics.flatMap(({ slug, category }) => [`topic-${slug}`, `category-${category}`])
    const countries = grammar.withArticle.map((slug) => `country-${slug}`)
    expect([...named, ...countries].filter((id) => !ids.has(id))).toEqual([])
  })

  it('can say every one of its rules', () => {
    const names = ['country', 'capital', 'neighbour', 'partner', 'currency', 'month', 'year']
    const pairs = ['matter', 'measure', 'group', 'place', 'body'].flatMap((name) => [name, `${name}2`])
    const scene = Object.fromEntries([...names, ...pairs].map((name) => [name, name]))
    for (const rule of grammar.names) {
      const said = grammar.sayAll(rule, scene, seededChance(1), 100)
      expect(said.filter((text) => /[{}]/.test(text) || text === '')).toEqual([])
    }
  })
})
