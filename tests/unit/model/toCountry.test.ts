import { toCountriesIndex } from '../../../lib/model/toCountriesIndex.ts'
import { type CountrySurroundings, toCountry } from '../../../lib/model/toCountry.ts'
import { toFactBox } from '../../../lib/model/toFactBox.ts'
import { toRelation } from '../../../lib/model/toRelation.ts'
import {
  aParsedCountry,
  aParsedRelation,
  aParsedSource,
  byId,
  someParsedPoints,
} from '../../fixtures/parsed.ts'
import {
  refTo,
  storedMention,
  storedPoint,
  storedPointsSection,
  storedRelation,
} from '../../fixtures/stored.ts'

const nothingAround: CountrySurroundings = {
  sources: new Map(),
  neighbours: new Map(),
  mentions: new Map(),
  articlesWithPoints: [],
  articles: [],
  coverage: undefined,
  relations: [],
}
const armenia = aParsedCountry('Armenia', 'AM')

describe('a country in the news', () => {
  const inTheNews = (...sections: unknown[]) =>
    toCountry(armenia, {
      ...nothingAround,
      articlesWithPoints: [someParsedPoints('operation', { sections })],
    }).inTheNews

  it('has the points of sections in which it acts and points that mention it', () => {
    const points = inTheNews(
      storedPointsSection('k1', {
        actor: { country: refTo('country-armenia') },
        points: [storedPoint('acts')],
      }),
      storedPointsSection('k2', {
        points: [
          storedPoint('mentions', { text: storedMention('It', 'country-armenia') }),
          storedPoint('neither'),
        ],
      }),
    )
    expect(points.map(({ key }) => key).sort()).toEqual(['acts', 'mentions'])
  })

  it('has the newest point first; a point without a day takes that of its article', () => {
    const actor = { country: refTo('country-armenia') }
    const points = inTheNews(
      storedPointsSection('k1', {
        actor,
        points: [
          storedPoint('month', { asOf: '2023-09' }),
          storedPoint('later', { asOf: '2023-09-20' }),
          storedPoint('undated'),
          storedPoint('year', { asOf: '2022' }),
        ],
      }),
    )
    expect(points.map(({ key }) => key)).toEqual(['later', 'undated', 'month', 'year'])
  })

  it('has thirty points at most', () => {
    const points = Array.from({ length: 40 }, (_, index) => storedPoint(`p${index}`))
    expect(
      inTheNews(storedPointsSection('k1', { actor: { country: refTo('country-armenia') }, points })),
    ).toHaveLength(30)
  })

  it('is told in the language of each article, and in its direction', () => {
    const sections = [storedPointsSection('k1', { actor: { country: refTo('country-armenia') } })]
    const [point] = toCountry(armenia, {
      ...nothingAround,
      articlesWithPoints: [someParsedPoints('zilzal', { sections, language: 'ar' })],
    }).inTheNews
    expect(point).toMatchObject({ language: 'ar', direction: 'rtl' })
  })

  it('leads to the point within its article', () => {
    const [point] = inTheNews(storedPointsSection('k1', { actor: { country: refTo('country-armenia') } }))
    expect(point).toMatchObject({
      href: '/articles/operation#k1p1',
      article: { label: 'Headline of operation', href: '/articles/operation' },
    })
  })
})

describe('a fact box', () => {
  it('says who published what each fact was checked against', () => {
    const facts = [
      { _key: 'f1', kind: 'officialLanguage', value: 'Armenian', source: refTo('source-a') },
      { _key: 'f2', kind: 'notableFor', value: 'Ararat', source: refTo('source-gone') },
    ]
    const box = toFactBox(aParsedCountry('Armenia', 'AM', { facts }), byId(aParsedSource('a')))
    expect(box.facts.map(({ kind, sourceName }) => [kind, sourceName])).toEqual([
      ['officialLanguage', 'Publisher of a'],
      ['notableFor', undefined],
    ])
  })
})

describe('a relation', () => {
  const stored = aParsedRelation(storedRelation('armenia', 'azerbaijan'))

  it('shows its last three events, newest first', () => {
    const relation = toRelation(stored, byId(armenia, aParsedCountry('Azerbaijan', 'AZ')))
    expect(relation?.events.map(({ date }) => date)).toEqual(['2020-11-10', '2020-11', '1994'])
  })

  it('is not shown while one of its countries is not published', () => {
    expect(toRelation(stored, byId(armenia))).toBeUndefined()
  })
})

describe('the list of countries', () => {
  it('is by region and name, those of no region last', () => {
    const index = toCountriesIndex(
      [
        aParsedCountry('Mali', 'ML', { region: 'Africa' }),
        armenia,
        aParsedCountry('Atlantis', 'AT', { region: null }),
        aParsedCountry('Algeria', 'DZ', { region: 'Africa' }),
      ],
      new Map([['country-mali', 4]]),
    )
    expect(index.regions.map(({ name, countries }) => [name, countries.map((each) => each.name)])).toEqual([
      ['Africa', ['Algeria', 'Mali']],
      ['Asia', ['Armenia']],
      [undefined, ['Atlantis']],
    ])
    expect(index.regions[0]?.countries[1]?.articleCount).toBe(4)
  })
})
