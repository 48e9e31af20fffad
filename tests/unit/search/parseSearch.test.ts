import {
  LONGEST_SEARCH,
  MOST_TERMS,
  parseSearch,
  patternsOfTyped,
  toPatterns,
  toTextQuery,
} from '../../../lib/search/parseSearch.ts'

const queryOf = (typed: string) => {
  const { terms, without } = parseSearch(typed)
  return toTextQuery(terms, without)
}

describe('what a reader types', () => {
  it.each([
    ['Sudan', 'sudan*'],
    ['war', '"war"'],
    ['  two \n words ', '"two" words*'],
    ['"peace talks"', '"peace talks"'],
    ['“peace talks” Geneva', '"peace talks" geneva*'],
    ['« accord de paix »', '"accord de paix"'],
    ['talks -Geneva', 'talks* -"geneva"'],
    ['talks -"peace talks"', 'talks* -"peace talks"'],
    ['Türkiye', 'turkiye*'],
    ['Côte d’Ivoire', 'cote* "d ivoire"'],
    ['COVID-19', '"covid 19"'],
    ['cease-fire', '"cease fire"'],
    ['war War WAR', '"war"'],
    ['زِلزال', 'زلزال*'],
    ['Київ', 'киів*'],
  ])('%s is asked for as %s', (typed, query) => {
    expect(queryOf(typed)).toBe(query)
  })

  it.each([
    ['an open quote', '"peace talks', '"peace talks"'],
    ['stars and brackets', 'su*dan [(war)] {x}', '"su dan" "war" "x"'],
    ['GROQ', '"] | order(_id) {...} *[_type == "secret"', '"order id type" secret*'],
    ['a lonely minus', '- war -', '"war"'],
    ['signs alone', '!?*"" -- **', ''],
    ['a null byte', 'war\u0000peace', '"war" peace*'],
  ])('of %s only the words are left', (_what, typed, query) => {
    expect(queryOf(typed)).toBe(query)
  })

  it('is cut between two words when there is too much of it, and says so', () => {
    const { text, isCut } = parseSearch('word '.repeat(2000))
    expect(text.length).toBeLessThanOrEqual(LONGEST_SEARCH)
    expect(text.endsWith('word')).toBe(true)
    expect(isCut).toBe(true)
    expect(parseSearch('x'.repeat(10_000)).text).toHaveLength(LONGEST_SEARCH)
  })

  it('is looked for with so many words and no more', () => {
    const many = Array.from({ length: MOST_TERMS + 3 }, (_, index) => `word${index}`).join(' ')
    expect(parseSearch(many).terms).toHaveLength(MOST_TERMS)
    expect(parseSearch(many).isCut).toBe(true)
    expect(parseSearch('a few words').isCut).toBe(false)
  })

  it('keeps what is to be left out apart from what is to be found', () => {
    expect(parseSearch('-war')).toMatchObject({ terms: [], without: [{ words: ['war'] }] })
  })

  it('is given to match word by word', () => {
    expect(toPatterns(parseSearch('COVID-19 vaccine').terms)).toEqual(['covid', '19', 'vaccine*'])
  })
})

describe('what is being typed', () => {
  it('goes on with its last word', () => {
    expect(patternsOfTyped('south su')).toEqual(['south', 'su*'])
    expect(patternsOfTyped('"Sou')).toEqual(['sou*'])
    expect(patternsOfTyped(' *"- ')).toEqual([])
  })
})
