import { hasText, parseTextQuery, toSearchable } from '../../../lake/groq/textQuery.ts'

const article = {
  headline: 'Talks resume in Ōsaka',
  sections: [{ text: 'The foreign minister said a ceasefire is near.' }, { text: 'Markets fell.' }],
  order: 5,
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
})
