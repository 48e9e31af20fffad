import { correctSearch } from '../../../lib/search/correctSearch.ts'
import { editDistance } from '../../../lib/search/editDistance.ts'
import { parseSearch } from '../../../lib/search/parseSearch.ts'
import { toVocabulary } from '../../../lib/search/vocabulary.ts'

describe('the distance between two words', () => {
  it.each([
    ['war', 'war', 0],
    ['ukriane', 'ukraine', 1],
    ['ukrane', 'ukraine', 1],
    ['ukrainee', 'ukraine', 1],
    ['ucraine', 'ukraine', 1],
    ['ukrn', 'ukraine', 3],
    ['', 'abc', 3],
    ['𝒜b', 'b', 1],
  ])('of %s from %s is %i', (one, other, distance) => {
    expect(editDistance(one, other, 3)).toBe(distance)
    expect(editDistance(other, one, 3)).toBe(distance)
  })

  it('is not reckoned beyond what is asked for', () => {
    expect(editDistance('ukraine', 'armenia', 2)).toBe(3)
    expect(editDistance('a', 'abcdef', 2)).toBe(3)
  })
})

describe('a search that finds nothing', () => {
  const vocabulary = toVocabulary([
    'Ukraine',
    'Iran',
    'Iraq',
    'Türkiye',
    'War in Ukraine',
    'Iran and the war',
    'Grain deal',
  ])
  const corrected = (typed: string) => correctSearch(parseSearch(typed), vocabulary)

  it.each([
    ['Ukriane', ['Ukraine']],
    ['turkye', ['Türkiye']],
    ['ukriane grain', ['Ukraine grain']],
    ['"grain dael"', ['"Grain deal"']],
    ['ukriane -war', ['Ukraine -war']],
  ])('%s may have meant %j', (typed, meant) => {
    expect(corrected(typed).meant).toEqual(meant)
  })

  it('means the word that is written more often when two are as near', () => {
    expect(corrected('Irax').meant).toEqual(['Iran'])
    expect(corrected('Iraqq').meant).toEqual(['Iraq'])
  })

  it('leaves out what is like no word of ours, after the correction that keeps it', () => {
    expect(corrected('ukriane qqqqqqq').meant).toEqual(['Ukraine qqqqqqq', 'Ukraine'])
    expect(corrected('grain qqqqqqq')).toEqual({ meant: [], shorter: ['grain', 'qqqqqqq'] })
  })

  it('may be tried with fewer words when all of them are ours', () => {
    expect(corrected('grain iraq')).toEqual({ meant: [], shorter: ['iraq', 'grain'] })
  })

  it('has nothing to offer for nonsense', () => {
    expect(corrected('qqqqqqq')).toEqual({ meant: [], shorter: [] })
    expect(corrected('xyz')).toEqual({ meant: [], shorter: [] })
  })
})
