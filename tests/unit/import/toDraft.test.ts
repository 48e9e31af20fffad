import { readFileSync } from 'node:fs'
import { findMentions } from '../../../scripts/import/findMentions.ts'
import { openKeys } from '../../../scripts/import/keys.ts'
import { parseArticle } from '../../../scripts/import/parseArticle.ts'
import type { Reference } from '../../../scripts/import/reference.ts'
import { toDraft } from '../../../scripts/import/toDraft.ts'
import { toFactPatch } from '../../../scripts/import/toFactPatch.ts'
import { toSlug } from '../../../scripts/import/toSlug.ts'

const reference: Reference = {
  countries: [
    {
      _id: 'country-armenia',
      name: 'Armenia',
      officialName: 'Republic of Armenia',
      iso2: 'AM',
      facts: [
        { _key: 'cap', kind: 'capital', value: 'Yerevan (the largest city)' },
        { _key: 'loc', kind: 'location', value: 'In the South Caucasus, without a coast' },
        { _key: 'pop', kind: 'population', value: '2.9 million' },
      ],
    },
    {
      _id: 'country-azerbaijan',
      name: 'Azerbaijan',
      officialName: undefined,
      iso2: 'AZ',
      facts: [{ _key: 'cap', kind: 'capital', value: 'Baku' }],
    },
  ],
  categories: [{ _id: 'category-economy', title: 'Economy', accent: 'economy' }],
}

const text = readFileSync('tests/e2e/fixtures/border-road.txt', 'utf8')
const draftOf = (words: string) => toDraft(parseArticle(words), reference, openKeys())

describe('making a draft of an imported article', () => {
  it('gives every bullet a key point with an address that is its own and stays on the next import', () => {
    const keys = (draft = draftOf(text)) =>
      draft.article.sections.flatMap((section) =>
        section._type === 'keyPointsSection' ? section.points.map(({ _key }) => _key) : [],
      )
    expect(new Set(keys()).size).toBe(6)
    expect(keys()).toEqual(keys())
  })

  it('links the first mention of a country in a point, and leaves its adjectives alone', () => {
    const [first] = draftOf(text).article.sections
    const [block] = first?._type === 'keyPointsSection' ? (first.points[0]?.text ?? []) : []
    expect(block?.children.map((child) => [child.text, child.marks.length])).toEqual([
      ['Armenia', 1],
      [' will keep its post open day and night until the end of the harvest.', 0],
    ])
    expect(block?.markDefs).toEqual([
      expect.objectContaining({
        _type: 'mention',
        document: { _type: 'reference', _ref: 'country-armenia' },
      }),
    ])
  })

  it('loses no word of a point that mentions two countries', () => {
    const points = draftOf(text).article.sections.flatMap((section) =>
      section._type === 'keyPointsSection' ? section.points : [],
    )
    const words = points.map((point) =>
      point.text.flatMap(({ children }) => children.map((child) => child.text)).join(''),
    )
    expect(words).toContain('Azerbaijan has sent forty customs officers to the border with Armenia.')
  })

  it('finds the country of a fact box by its capital, in the order of the text', () => {
    const { article, factBoxes } = draftOf(text)
    expect(factBoxes.map(({ country }) => country?.name)).toEqual(['Armenia', 'Azerbaijan'])
    expect(article.countries?.map(({ _ref }) => _ref)).toEqual(['country-armenia', 'country-azerbaijan'])
  })

  it('tells facts that are known from those that are new and those that differ', () => {
    const [armenia] = draftOf(text).factBoxes
    expect(armenia?.facts.map(({ kind, verdict }) => [kind, verdict])).toEqual([
      ['location', 'known'],
      ['capital', 'known'],
      ['population', 'differs'],
      ['notableFor', 'new'],
    ])
  })

  it('keeps a changed fact under its key and asks for no patch where nothing is new', () => {
    const [armenia] = draftOf(text).factBoxes
    const patch = armenia && toFactPatch(armenia, openKeys())
    expect(patch?.changed).toEqual([
      { _type: 'fact', _key: 'pop', kind: 'population', value: 'About three million' },
    ])
    expect(patch?.added.map(({ value }) => value)).toEqual(['Its apricots and its stone churches'])
    const known = armenia && { ...armenia, facts: armenia.facts.filter(({ verdict }) => verdict === 'known') }
    expect(known && toFactPatch(known, openKeys())).toBeUndefined()
  })

  it('leaves the facts of a country that it does not know out, without guessing', () => {
    const box = 'A headline\n\nAims:\n• One.\n\n• Capital: Atlantis\n• Currency: shells\n'
    const { article, factBoxes } = draftOf(box)
    expect(factBoxes).toEqual([{ country: undefined, facts: [expect.anything(), expect.anything()] }])
    expect(article.countries).toBeUndefined()
  })
})

describe('linking countries in a text', () => {
  const known = (name: string) => ({ _id: name, name, officialName: undefined, iso2: 'XX' })

  it('takes the longest name', () => {
    const found = findMentions('In Guinea-Bissau and Guinea', [known('Guinea'), known('Guinea-Bissau')])
    expect(found.map(({ name, start }) => [name, start])).toEqual([
      ['Guinea-Bissau', 3],
      ['Guinea', 21],
    ])
  })

  it('does not take a part of another word or place for a country', () => {
    const countries = [known('Niger'), known('Sudan'), known('Mexico')]
    expect(findMentions('Nigeria, South Sudan and New Mexico', countries)).toEqual([])
  })
})

describe('making an address of a headline', () => {
  it('drops accents and apostrophes and cuts between words', () => {
    expect(toSlug('Türkiye’s vote: what next?')).toBe('turkiyes-vote-what-next')
    expect(toSlug('long '.repeat(40)).length).toBeLessThanOrEqual(96)
    expect(toSlug('long '.repeat(40))).toMatch(/^(long-)+long$/)
  })
})
