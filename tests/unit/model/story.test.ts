import { toStory, toStorySummaries } from '../../../lib/model/toStory.ts'
import { toStoryPoints, toTimeline } from '../../../lib/model/toTimeline.ts'
import { aParsedCountry, aParsedStory, byId, someParsedPoints } from '../../fixtures/parsed.ts'
import { keyedRefTo, storedPoint, storedPointsSection } from '../../fixtures/stored.ts'
import { aTeaser } from '../../fixtures/teaser.ts'

const article = (slug: string, day: string, dates: (string | undefined)[]) =>
  someParsedPoints(slug, {
    firstPublishedAt: `${day}T12:00:00Z`,
    sections: [
      storedPointsSection('k1', {
        points: dates.map((asOf, index) => storedPoint(`${slug}${index}`, { asOf })),
      }),
    ],
  })
const nothing = new Map<string, never>()
const points = toStoryPoints(
  [
    article('old', '2020-11-10', ['2020-11-09', '2020', undefined]),
    article('new', '2023-09-20', ['2023-09-19', '2020-11-09', '2023-09']),
  ],
  nothing,
)
const keysByDay = (order: 'newest' | 'oldest', limit = 99) =>
  toTimeline(points, order, limit).map(({ date, points: list }) => [date, ...list.map(({ key }) => key)])

describe('the timeline of a story', () => {
  it('groups the dated points of its articles by day, the last day first', () => {
    expect(keysByDay('newest')).toEqual([
      ['2023-09-19', 'new0'],
      ['2023-09', 'new2'],
      ['2020-11-09', 'new1', 'old0'],
      ['2020', 'old1'],
    ])
  })

  it('is told from its beginning by the same points', () => {
    expect(keysByDay('oldest')).toEqual([
      ['2020', 'old1'],
      ['2020-11-09', 'new1', 'old0'],
      ['2023-09', 'new2'],
      ['2023-09-19', 'new0'],
    ])
  })

  it('is cut at the end of the order that was asked for', () => {
    expect(keysByDay('newest', 2)).toEqual([
      ['2023-09-19', 'new0'],
      ['2023-09', 'new2'],
    ])
    expect(keysByDay('oldest', 2)).toEqual([
      ['2020', 'old1'],
      ['2020-11-09', 'new1'],
    ])
  })

  it('leads from each point to its place in its article', () => {
    expect(points[0]).toMatchObject({
      href: '/articles/new#new0',
      article: { label: 'Headline of new', href: '/articles/new' },
    })
  })

  it('keeps the language of each article', () => {
    const arabic = { ...article('zilzal', '2023-02-06', ['2023-02-06']), language: 'ar' }
    expect(toStoryPoints([arabic], nothing)[0]).toMatchObject({ language: 'ar', direction: 'rtl' })
  })
})

describe('a story', () => {
  it('names its countries in the order of its editors, without one that is not published', () => {
    const stored = aParsedStory('karabakh', {
      countries: [
        keyedRefTo('country-azerbaijan'),
        keyedRefTo('country-gone'),
        keyedRefTo('country-armenia'),
      ],
    })
    const countries = byId(aParsedCountry('Armenia', 'AM'), aParsedCountry('Azerbaijan', 'AZ'))
    const story = toStory(stored, 'newest', { points, articles: [], countries })
    expect(story.countries.map(({ name }) => name)).toEqual(['Azerbaijan', 'Armenia'])
    expect([story.story.href, story.fromStartHref, story.isCut]).toEqual([
      '/stories/karabakh',
      '/stories/karabakh/oldest',
      false,
    ])
  })
})

describe('the list of stories', () => {
  const movedOn = (day: string) => ({ total: 2, newest: aTeaser({ firstPublishedAt: `${day}T00:00:00Z` }) })

  it('has those on top first, then the one that moved last; one without an article comes last', () => {
    const stored = [
      aParsedStory('waiting'),
      aParsedStory('older'),
      aParsedStory('newer'),
      aParsedStory('pinned', { keepOnTop: true }),
    ]
    const moves = new Map([
      ['story-older', movedOn('2021-01-01')],
      ['story-newer', movedOn('2024-01-01')],
      ['story-pinned', movedOn('2019-01-01')],
    ])
    const list = toStorySummaries(stored, moves, new Map())
    expect(list.map(({ id }) => id)).toEqual(['story-pinned', 'story-newer', 'story-older', 'story-waiting'])
    expect(list.map(({ articleCount }) => articleCount)).toEqual([2, 2, 2, 0])
  })
})
