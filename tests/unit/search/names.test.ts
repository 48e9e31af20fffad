import { namesAskedFor, namesBeginning, subjectOf } from '../../../lib/search/names.ts'
import type { StoredName } from '../../../sanity/queries/names.ts'

const name = (kind: StoredName['kind'], label: string): StoredName => ({
  id: `${kind}-${label}`,
  kind,
  label,
  slug: label,
})
const names = [
  name('author', 'Georgia Sudani'),
  name('topic', 'Climate agreements'),
  name('category', 'Climate'),
  name('country', 'South Sudan'),
  name('country', 'Sudan'),
  name('country', 'Türkiye'),
  name('story', 'War in Sudan'),
]
const labels = (found: StoredName[]) => found.map(({ label }) => label)

describe('a page whose name is asked for', () => {
  it.each([
    ['sudan', ['Sudan', 'South Sudan']],
    ['SOUTH sudan', ['South Sudan']],
    ['turkiye', ['Türkiye']],
    ['climate', ['Climate', 'Climate agreements']],
    ['war sudan', ['War in Sudan']],
    ['sudan famine', []],
    ['', []],
  ])('%s leads to %j', (asked, expected) => {
    expect(labels(namesAskedFor(names, asked))).toEqual(expected)
  })
})

describe('a name that is being typed', () => {
  it('is offered by any of its words, first where it begins with them', () => {
    expect(labels(namesBeginning(names, 'sud', 8))).toEqual([
      'Sudan',
      'South Sudan',
      'War in Sudan',
      'Georgia Sudani',
    ])
    expect(labels(namesBeginning(names, 'south s', 8))).toEqual(['South Sudan'])
    expect(labels(namesBeginning(names, 'sud', 1))).toEqual(['Sudan'])
    expect(labels(namesBeginning(names, 'tür', 8))).toEqual(['Türkiye'])
  })

  it('is none for signs alone', () => {
    expect(namesBeginning(names, '"- ', 8)).toEqual([])
  })
})

describe('what a search is about', () => {
  it('is the longest name in it, and the other words are what is said of it', () => {
    expect(subjectOf(names, 'famine in South Sudan')).toMatchObject({
      name: { label: 'South Sudan' },
      rest: 'famine in',
    })
    expect(subjectOf(names, 'sudan')).toMatchObject({ name: { label: 'Sudan' }, rest: '' })
  })

  it('is nothing when it names none, or uses signs that narrow it', () => {
    expect(subjectOf(names, 'famine')).toBeUndefined()
    expect(subjectOf(names, 'sudanese')).toBeUndefined()
    expect(subjectOf(names, '"sudan"')).toBeUndefined()
    expect(subjectOf(names, 'famine -sudan')).toBeUndefined()
  })
})
