import type { Bonds } from '../../../lib/related/bonds.ts'
import { rankRelated } from '../../../lib/related/rankRelated.ts'

const names = new Map([
  ['armenia', 'Armenia'],
  ['azerbaijan', 'Azerbaijan'],
  ['gas', 'gas'],
  ['conflict', 'Conflict'],
])
const coverage = {
  articles: 100,
  about: new Map([
    ['armenia', 10],
    ['azerbaijan', 10],
    ['gas', 40],
  ]),
}
const bonds = (id: string, changes: Partial<Bonds> = {}): Bonds => ({
  id,
  category: 'elsewhere',
  story: undefined,
  countries: [],
  topics: [],
  actors: [],
  text: '',
  firstPublishedAt: '2023-09-19T00:00:00.000Z',
  ...changes,
})
const subject: Bonds & { pinned: string[]; blocked: string[] } = {
  ...bonds('subject', {
    category: 'conflict',
    story: 'karabakh',
    countries: ['armenia', 'azerbaijan'],
    topics: ['gas'],
  }),
  pinned: [],
  blocked: [],
}
const ranked = (candidates: Bonds[], changes: Partial<typeof subject> = {}) =>
  rankRelated({ ...subject, ...changes }, candidates, { names, coverage }, 4)

describe('related articles', () => {
  it('put the same story first, then countries, topics and the category, each with its reason', () => {
    const choices = ranked([
      bonds('category', { category: 'conflict' }),
      bonds('topic', { topics: ['gas'] }),
      bonds('country', { countries: ['armenia'] }),
      bonds('story', { story: 'karabakh' }),
    ])
    expect(choices).toEqual([
      { id: 'story', reason: { kind: 'story', names: [] } },
      { id: 'country', reason: { kind: 'countries', names: ['Armenia'] } },
      { id: 'topic', reason: { kind: 'topic', names: ['gas'] } },
      { id: 'category', reason: { kind: 'category', names: ['Conflict'] } },
    ])
  })

  it('count two shared countries more than one, and name both', () => {
    const choices = ranked([
      bonds('one', { countries: ['armenia'] }),
      bonds('two', { countries: ['azerbaijan', 'armenia'] }),
    ])
    expect(choices[0]).toEqual({ id: 'two', reason: { kind: 'countries', names: ['Armenia', 'Azerbaijan'] } })
  })

  it('prefer the article nearer in time when all else is equal', () => {
    const choices = ranked([
      bonds('old', { countries: ['armenia'], firstPublishedAt: '2020-01-01T00:00:00.000Z' }),
      bonds('new', { countries: ['armenia'] }),
    ])
    expect(choices.map(({ id }) => id)).toEqual(['new', 'old'])
  })

  it('begin with what an editor pinned, in the order of the pins', () => {
    const candidates = [bonds('story', { story: 'karabakh' }), bonds('b'), bonds('a')]
    expect(ranked(candidates, { pinned: ['a', 'b'] }).map(({ id, reason }) => [id, reason.kind])).toEqual([
      ['a', 'pinned'],
      ['b', 'pinned'],
      ['story', 'story'],
    ])
  })

  it('never show what an editor blocked, nor the article itself, nor one twice', () => {
    const story = bonds('story', { story: 'karabakh' })
    const candidates = [
      bonds('blocked', { story: 'karabakh' }),
      bonds('subject', { story: 'karabakh' }),
      story,
      story,
    ]
    expect(ranked(candidates, { blocked: ['blocked'], pinned: ['blocked'] }).map(({ id }) => id)).toEqual([
      'story',
    ])
  })

  it('leave out what has nothing in common', () => {
    expect(ranked([bonds('stranger')])).toEqual([])
  })

  it('count a rare topic more than a usual one', () => {
    const both = { topics: ['gas', 'ceasefires'] }
    const choices = ranked(
      [bonds('usual', { topics: ['gas'] }), bonds('rare', { topics: ['ceasefires'] })],
      both,
    )
    expect(choices[0]?.id).toBe('rare')
  })

  it('count who acts in both, and what they say', () => {
    const acting = { actors: ['armenia'], text: 'Convoys on the road to Lachin' }
    const choices = ranked(
      [
        bonds('neither', { countries: ['armenia'], text: 'Elections in the capital' }),
        bonds('words', { countries: ['armenia'], text: 'The Lachin road is closed to convoys' }),
        bonds('actor', { countries: ['armenia'], actors: ['armenia'], text: 'Elections in the capital' }),
      ],
      acting,
    )
    expect(choices.at(-1)?.id).toBe('neither')
  })

  it('are not all of one story when something else is nearly as near', () => {
    const sameStory = ['a', 'b', 'c', 'd'].map((id) => bonds(id, { story: 'karabakh' }))
    const other = bonds('other', { countries: ['armenia', 'azerbaijan'], topics: ['gas'] })
    const choices = ranked([...sameStory, other])
    expect(choices.map(({ id }) => id)).toContain('other')
  })

  it('are no more than asked for', () => {
    const many = Array.from({ length: 9 }, (_, index) => bonds(`s${index}`, { story: 'karabakh' }))
    expect(ranked(many)).toHaveLength(4)
  })
})
