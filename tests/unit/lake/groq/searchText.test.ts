import { hasText, parseTextQuery, relevanceOf, toSearchable } from '../../../../lake/groq/searchText.ts'

const article = {
  headline: 'Talks resume in Ōsaka',
  sections: [{ text: 'The foreign minister said a ceasefire is near.' }, { text: 'Markets fell.' }],
  order: 5,
  _system: { note: 'Unseen' },
}
const found = (query: string) => hasText(toSearchable(article), parseTextQuery(query))

describe('a full-text search', () => {
  it('wants every word, anywhere in the document', () => {
    expect(found('ceasefire talks')).toBe(true)
    expect(found('ceasefire elections')).toBe(false)
  })

  it('takes whole words only, unless a star opens the end', () => {
    expect(found('cease')).toBe(false)
    expect(found('cease*')).toBe(true)
  })

  it('minds neither case nor accents', () => {
    expect(found('OSAKA')).toBe(true)
    expect(found('ōsaka')).toBe(true)
  })

  it('takes words in quotes as one phrase, which spans no two fields', () => {
    expect(found('"foreign minister"')).toBe(true)
    expect(found('"minister foreign"')).toBe(false)
    expect(found('"near markets"')).toBe(false)
  })

  it('leaves out documents with a word after a minus', () => {
    expect(found('talks -markets')).toBe(false)
    expect(found('talks -elections')).toBe(true)
  })

  it('finds everything with a star alone', () => {
    expect(found('*')).toBe(true)
  })

  it('finds nothing without anything to look for', () => {
    expect(found('')).toBe(false)
    expect(found('!?')).toBe(false)
  })

  it("does not look into the lake's own fields", () => {
    expect(found('unseen')).toBe(false)
  })
})

describe('the relevance of a text', () => {
  const relevance = (text: string, words: string) => relevanceOf(toSearchable(text), parseTextQuery(words))

  it('is 0 where something is missing', () => {
    expect(relevance('peace', 'peace talks')).toBe(0)
    expect(relevance('peace talks', 'peace -talks')).toBe(0)
  })

  it('is 1 for what is found once, and more for what is found again, but never three times as much', () => {
    expect(relevance('peace', 'peace')).toBeCloseTo(1)
    expect(relevance('peace peace', 'peace')).toBeCloseTo((2 * 2.2) / 3.2)
    expect(relevance('peace '.repeat(1000), 'peace')).toBeLessThan(2.2)
  })

  it('adds up words, beginnings and phrases', () => {
    expect(relevance('peace talks', 'peace talks')).toBeCloseTo(2)
    expect(relevance('peaceful peacock', 'peac*')).toBeCloseTo((2 * 2.2) / 3.2)
    expect(relevance('a b a b', '"a b"')).toBeCloseTo((2 * 2.2) / 3.2)
  })

  it('is 1 for a star alone', () => {
    expect(relevance('peace', '*')).toBe(1)
  })
})
