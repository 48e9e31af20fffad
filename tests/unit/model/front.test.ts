import { arrangeFront, type FrontChoices } from '../../../lib/model/arrangeFront.ts'
import { withThoseBelow } from '../../../lib/model/toCategory.ts'
import { toCategoryPage } from '../../../lib/model/toCategoryPage.ts'
import { toSite } from '../../../lib/model/toSite.ts'
import { aParsedCategory, byId } from '../../fixtures/parsed.ts'
import { refTo } from '../../fixtures/stored.ts'
import { aTeaser } from '../../fixtures/teaser.ts'

const numbered = (count: number) => Array.from({ length: count }, (_, index) => `a${index + 1}`)
const choices = (changes: Partial<FrontChoices> = {}): FrontChoices => ({
  lead: undefined,
  secondary: [],
  latest: numbered(20),
  blocks: [],
  ...changes,
})
const arranged = (changes: Partial<FrontChoices> = {}, isShown = (_id: string) => true) =>
  arrangeFront(choices(changes), isShown)

describe('the front', () => {
  it('puts every article in one place', () => {
    const front = arranged({
      lead: 'a3',
      secondary: ['a3', 'a5'],
      blocks: [
        { layout: 'fourUp', handPicked: ['a5', 'a1', 'a9'], newest: [] },
        { layout: 'list', handPicked: [], newest: numbered(12) },
      ],
    })
    const all = [front.lead, ...front.secondary, ...front.blocks.flat()]
    expect(new Set(all).size).toBe(all.length)
  })

  it('lists the latest by the clock, whatever stands in the blocks below, without the lead and the seconds', () => {
    const front = arranged({
      lead: 'a3',
      secondary: ['a5'],
      latest: numbered(8),
      blocks: [{ layout: 'fourUp', handPicked: ['a2'], newest: [] }],
    })
    expect(front.secondary).toEqual(['a5', 'a1'])
    expect(front.latest).toEqual(['a2', 'a4', 'a6', 'a7', 'a8'])
  })

  it('keeps what an editor placed where it was placed, though it is also the newest', () => {
    const front = arranged({ blocks: [{ layout: 'fourUp', handPicked: ['a1', 'a2'], newest: [] }] })
    expect(front.blocks).toEqual([['a1', 'a2']])
    expect(front.lead).toBe('a3')
  })

  it('leads with the newest and fills the seconds where nobody chose', () => {
    expect(arranged()).toMatchObject({
      lead: 'a1',
      secondary: ['a2', 'a3'],
      latest: numbered(20).slice(3, 11),
    })
  })

  it('passes over an article that cannot be shown', () => {
    const front = arranged({ lead: 'gone' }, (id) => id !== 'gone' && id !== 'a1')
    expect(front.lead).toBe('a2')
  })

  it('fills a block to the size of its layout', () => {
    const front = arranged({
      latest: [],
      blocks: [
        { layout: 'fourUp', handPicked: [], newest: numbered(20) },
        { layout: 'map', handPicked: ['x'], newest: numbered(20) },
      ],
    })
    expect(front.blocks.map((ids) => ids.length)).toEqual([4, 6])
  })
})

describe('a page of a category', () => {
  const teasers = [
    aTeaser({ id: 'a', firstPublishedAt: '2023-09-20T23:30:00Z' }),
    aTeaser({ id: 'b', firstPublishedAt: '2023-09-20T01:00:00Z' }),
    aTeaser({ id: 'c', firstPublishedAt: '2023-09-19T01:00:00Z' }),
  ]
  const category = aParsedCategory('conflict')

  it('leads with the newest on the first page only, and never shows it twice', () => {
    const first = toCategoryPage(category, new Map(), { teasers, page: 1, pageCount: 2, goesOn: false })
    expect(first.lead?.id).toBe('a')
    expect(first.days.map(({ day, teasers: list }) => [day, list.map(({ id }) => id)])).toEqual([
      ['2023-09-20', ['b']],
      ['2023-09-19', ['c']],
    ])
    const second = toCategoryPage(category, new Map(), { teasers, page: 2, pageCount: 2, goesOn: false })
    expect(second.lead).toBeUndefined()
    expect(second.days[0]?.teasers.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('names the categories below it, and one below leads back past it', () => {
    const borders = aParsedCategory('borders', { parent: refTo('category-conflict') })
    const categories = byId(category, borders, aParsedCategory('economy'))
    const river = { teasers, page: 1, pageCount: 1, goesOn: false }
    expect(toCategoryPage(category, categories, river).below.map(({ href }) => href)).toEqual([
      '/categories/borders',
    ])
    expect(toCategoryPage(borders, categories, river).breadcrumb.map(({ href }) => href)).toEqual([
      '/categories/conflict',
    ])
    expect(withThoseBelow('category-conflict', categories)).toEqual(['category-conflict', 'category-borders'])
  })
})

describe('the frame of every page', () => {
  it('has a name even before the newsroom gave it one', () => {
    expect(toSite('https://news.example', undefined, [], [], undefined)).toMatchObject({
      name: 'Meridian',
      categories: [],
      banner: undefined,
    })
  })

  it('has the categories of the masthead, none that lies below another', () => {
    const categories = [
      aParsedCategory('conflict'),
      aParsedCategory('borders', { parent: refTo('category-conflict') }),
    ]
    const site = toSite('https://news.example', undefined, categories, [], undefined)
    expect(site.categories.map(({ href }) => href)).toEqual(['/categories/conflict'])
  })
})
