import { formatNames, namePartsOf } from '../../../lib/format/byline.ts'
import {
  formatAge,
  formatDateHeading,
  formatDateline,
  formatDayHeading,
  formatMoment,
  formatPartialDate,
  isExactDay,
} from '../../../lib/format/dates.ts'
import { directionOf } from '../../../lib/format/direction.ts'
import { readingMinutes } from '../../../lib/format/readingTime.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'

const words = wordsFor('en')
const french = wordsFor('fr')

describe('a byline', () => {
  it('prints "and" before the last of three names, without a comma', () => {
    expect(formatNames(['A', 'B', 'C'], words)).toBe('A, B and C')
    expect(formatNames(['A', 'B', 'C'], french)).toBe('A, B et C')
  })

  it('joins two names, and leaves one or none alone', () => {
    expect(formatNames(['A', 'B'], words)).toBe('A and B')
    expect(formatNames(['A'], words)).toBe('A')
    expect(formatNames([], words)).toBe('')
  })

  it('says which part is which name, also of two who are called the same', () => {
    expect(namePartsOf(['A', 'A'], 'en')).toEqual([
      { kind: 'name', index: 0, text: 'A' },
      { kind: 'between', text: ' and ' },
      { kind: 'name', index: 1, text: 'A' },
    ])
  })
})

describe('a date', () => {
  it('is printed in full, in UTC whatever zone it was stored in', () => {
    expect(formatDateline('2023-09-19T14:05:00Z', words)).toBe('Tuesday 19 September 2023, 14:05 UTC')
    expect(formatDateline('2023-09-20T01:05:00+04:00', words)).toBe('Tuesday 19 September 2023, 21:05 UTC')
    expect(formatMoment('2023-09-20T09:10:00Z', words)).toBe('20 September 2023, 09:10 UTC')
  })

  it('heads a day of a list', () => {
    expect(formatDayHeading('2023-09-19', words)).toBe('Tuesday 19 September 2023')
  })

  it('is printed as far as it is known', () => {
    expect(formatPartialDate('2023', words)).toBe('2023')
    expect(formatPartialDate('2023-09', words)).toBe('September 2023')
    expect(formatPartialDate('2023-09-09', words)).toBe('9 September 2023')
  })
})

describe('a date in French', () => {
  it('has its months in small letters, its first day as an ordinal and its hours with an h', () => {
    expect(formatDateline('2023-09-19T08:05:00Z', french)).toBe(
      'Mardi 19 septembre 2023 à 8\u00a0h\u00a005 (UTC)',
    )
    expect(formatMoment('2023-10-01T14:05:00Z', french)).toBe('1er octobre 2023 à 14\u00a0h\u00a005 (UTC)')
    expect(formatPartialDate('2023-08', french)).toBe('août 2023')
    expect(formatDateHeading('2023-08', french)).toBe('Août 2023')
  })

  it('is checked, read and meant on a day, but in a month or a year', () => {
    expect(isExactDay('2023-08-01')).toBe(true)
    expect(isExactDay('2023-08')).toBe(false)
    expect(french.country.checked('1er août 2023', true)).toBe('vérifié le 1er août 2023')
    expect(french.country.checked('août 2023', false)).toBe('vérifié en août 2023')
  })
})

describe('the age of an article', () => {
  const at = '2023-09-19T14:00:00Z'
  it.each([
    ['2023-09-19T14:00:30Z', 'now'],
    ['2023-09-19T14:12:59Z', '12 min'],
    ['2023-09-19T16:59:00Z', '2 h'],
    ['2023-09-20T13:59:00Z', '23 h'],
    ['2023-09-20T14:00:00Z', '19 September 2023'],
    ['2023-09-19T13:59:00Z', '19 September 2023'],
  ])('at %s is "%s"', (now, age) => {
    expect(formatAge(at, new Date(now), words)).toBe(age)
  })
})

describe('the direction of a language', () => {
  it.each([
    ['ar', 'rtl'],
    ['fa-AF', 'rtl'],
    ['HE', 'rtl'],
    ['ar-Latn', 'ltr'],
    ['hy', 'ltr'],
    ['en-GB', 'ltr'],
  ])('%s is read %s', (language, direction) => {
    expect(directionOf(language)).toBe(direction)
  })
})

describe('reading time', () => {
  it('is a minute for the shortest text', () => {
    expect(readingMinutes(['Three short words'])).toBe(1)
    expect(readingMinutes([])).toBe(1)
  })

  it('counts the words of all texts and no dashes', () => {
    expect(readingMinutes([Array(460).fill('word').join(' '), Array(230).fill('word – ').join(' ')])).toBe(3)
  })
})
