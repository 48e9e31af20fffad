import { readFileSync } from 'node:fs'
import { isLeftover } from '../../../scripts/import/lineUse.ts'
import { parseArticle } from '../../../scripts/import/parseArticle.ts'

const borderRoad = readFileSync('tests/e2e/fixtures/border-road.txt', 'utf8')

const sectionsOf = (text: string) =>
  parseArticle(text).sections.map((section) =>
    section.kind === 'keyPoints'
      ? [section.heading, section.points.map((point) => point.text)]
      : [section.heading, section.paragraphs],
  )

describe('reading a plain-text article', () => {
  it('takes the headline below the breadcrumb and the standfirst below the headline', () => {
    const article = parseArticle(borderRoad)
    expect(article.headline).toBe('Border road opens to lorries after three years')
    expect(article.standfirst).toMatch(/^The mountain road .* first crossing\.$/)
  })

  it('makes a section of each heading, with a colon or alone above bullets', () => {
    expect(sectionsOf(borderRoad).map(([heading]) => heading)).toEqual([
      "Armenia's Offer",
      'Historical Context',
      'Azerbaijani Response',
    ])
    expect(sectionsOf(borderRoad).map(([, points]) => points?.length)).toEqual([2, 2, 2])
  })

  it('keeps the bullets of two countries in two fact boxes', () => {
    const { factBoxes } = parseArticle(borderRoad)
    expect(factBoxes.map(({ facts }) => facts.map(({ kind }) => kind))).toEqual([
      ['location', 'capital', 'population', 'notableFor'],
      ['capital', 'officialLanguage', 'notableFor'],
    ])
  })

  it('takes the last paragraph for the closing', () => {
    expect(parseArticle(borderRoad).closing).toEqual([expect.stringMatching(/^For both sides the road/)])
  })

  it('accounts for every line that is not blank, once', () => {
    const numbers = parseArticle(borderRoad).lines.map(({ line }) => line.number)
    const filled = borderRoad.split('\n').flatMap((line, index) => (line.trim() ? [index + 1] : []))
    expect(numbers.toSorted((one, other) => one - other)).toEqual(filled)
  })

  it('says of each line that it leaves out what it takes it for', () => {
    const leftovers = parseArticle(borderRoad)
      .lines.filter(isLeftover)
      .map(({ leftover }) => leftover)
    expect(leftovers).toEqual(['breadcrumb', 'byline', '“find more” line', 'picture name', 'related article'])
  })

  it('joins the lines of a bullet that was wrapped', () => {
    const text = 'A headline\n\nAims:\n• The first goes on\n  to a second line.\n• The other.\n'
    expect(sectionsOf(text)).toEqual([['Aims', ['The first goes on to a second line.', 'The other.']]])
  })

  it('keeps bullets with blank lines between them in one section', () => {
    const text = 'A headline\n\nAims:\n\n• One thing.\n\n• Another thing.\n'
    expect(sectionsOf(text)).toEqual([['Aims', ['One thing.', 'Another thing.']]])
  })

  it('finds headings without a blank line before or after', () => {
    const text = 'A headline\n\nAims\n• One.\nResponse\n• Two.\n'
    expect(sectionsOf(text)).toEqual([
      ['Aims', ['One.']],
      ['Response', ['Two.']],
    ])
  })

  it('makes a passage of a paragraph between two sections, under its heading', () => {
    const text =
      'A headline\n\nIn short.\n\nAims:\n• One.\n\nThe mood:\n\nIt was quiet.\n\nResponse:\n• Two.\n'
    expect(sectionsOf(text)).toEqual([
      ['Aims', ['One.']],
      ['The mood', ['It was quiet.']],
      ['Response', ['Two.']],
    ])
    expect(parseArticle(text).lines.map((entry) => 'use' in entry && entry.use)).toContain('passage')
  })

  it('reads bullets and dashes of every kind, and numbers', () => {
    const text = 'A headline\n\nAims:\n- One.\n* Two.\n– Three.\n◦ Four.\n5. Five.\n'
    expect(sectionsOf(text)).toEqual([['Aims', ['One.', 'Two.', 'Three.', 'Four.', 'Five.']]])
  })

  it('knows a fact box by the country above it', () => {
    const text = 'A headline\n\nAims:\n• One.\n\nArmenia:\n• Capital: Yerevan\n• Currency: dram\n'
    expect(parseArticle(text).factBoxes).toEqual([
      {
        heading: 'Armenia',
        facts: [expect.objectContaining({ value: 'Yerevan' }), expect.objectContaining({ value: 'Dram' })],
      },
    ])
    expect(sectionsOf(text)).toHaveLength(1)
  })

  it('begins another fact box when the capital comes a second time', () => {
    const box = (capital: string) => `• Capital: ${capital}\n• Currency: its own\n`
    const text = `A headline\n\nAims:\n• One.\n\n${box('Yerevan')}\n${box('Baku')}`
    expect(parseArticle(text).factBoxes).toHaveLength(2)
  })

  it('refuses a text that begins with a bullet or a paragraph', () => {
    expect(() => parseArticle('• One.\n• Two.\n')).toThrow(/headline/)
    expect(() => parseArticle(`${'A sentence that goes on. '.repeat(12)}\n\nAnother.`)).toThrow(/headline/)
  })

  it('refuses a headline with nothing below it', () => {
    expect(() => parseArticle('A headline\n')).toThrow(/does not read as an article/)
  })
})
