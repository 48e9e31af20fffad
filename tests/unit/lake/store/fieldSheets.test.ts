import { FieldSheets } from '../../../../lake/store/fieldSheets.ts'

/** Documents with these numbers, read with a headline. */
const reading = (numbers: readonly number[], read = 1_000, letter = 'a') => ({
  documents: new Map(numbers.map((number) => [number, { _id: `a${number}`, _type: 'article' }])),
  text: letter.repeat(numbers.length * 72),
  read,
})
const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, place) => from + place)
/** What a document of those takes: its text, and 128 bytes. */
const each = 200

describe('sheets of a few attributes of many documents', () => {
  it('keep what a long reading has read, and nothing of a short one', () => {
    const sheets = new FieldSheets()
    sheets.keep(['headline'], reading(numbers(3), 249))
    expect(sheets.find(['headline'])).toBeUndefined()
    sheets.keep(['headline'], reading(numbers(3), 250))
    sheets.keep(['headline'], reading([7], 1))
    expect([...(sheets.find(['headline'])?.keys() ?? [])]).toEqual([0, 1, 2, 7])
  })

  it('are read with all their attributes by whoever wants fewer, if all fitted in', () => {
    const sheets = new FieldSheets()
    sheets.keep(['_id', 'headline', 'category'], reading(numbers(3)))
    expect(sheets.widened(['category', '_id'])).toEqual(['_id', 'headline', 'category'])
    expect(sheets.widened(['category', 'story'])).toEqual(['category', 'story'])
    expect(sheets.find(['category', '_id'])).toBeUndefined()
    expect(sheets.find(['category', 'headline', '_id'])?.size).toBe(3)
    const small = new FieldSheets({ size: 10 * each, worth: 0 })
    small.keep(['headline', 'body'], reading(numbers(6)))
    small.keep(['headline', 'body'], reading(numbers(6, 6)))
    expect(small.widened(['headline'])).toEqual(['headline'])
  })

  it('never take more room than they may: the one longest out of use goes, and what is too much is not kept', () => {
    const sheets = new FieldSheets({ size: 10 * each, worth: 0 })
    sheets.keep(['a'], reading(numbers(4)))
    sheets.keep(['b'], reading(numbers(4)))
    sheets.find(['a'])
    sheets.keep(['c'], reading(numbers(6)))
    expect(sheets.find(['b'])).toBeUndefined()
    expect(sheets.find(['a'])?.size).toBe(4)
    sheets.keep(['c'], reading(numbers(6, 100)))
    expect(sheets.find(['a'])).toBeUndefined()
    expect(sheets.find(['c'])?.size).toBe(6)
    sheets.keep(['d'], reading(numbers(11)))
    expect(sheets.find(['c'])?.size).toBe(6)
    expect(sheets.held).toBe(6 * each)
  })

  it('count letters that are not Latin twice, as they are kept', () => {
    const sheets = new FieldSheets()
    sheets.keep(['a'], reading(numbers(10), 1_000, 'ж'))
    expect(sheets.held).toBe(10 * (each + 72))
  })

  it('make room when documents are forgotten', () => {
    const sheets = new FieldSheets({ size: 10 * each, worth: 0 })
    sheets.keep(['a'], reading(numbers(10)))
    sheets.forget(3)
    sheets.forget(99)
    expect(sheets.find(['a'])?.has(3)).toBe(false)
    expect(sheets.held).toBe(9 * each)
    sheets.keep(['a'], reading([50]))
    expect(sheets.find(['a'])?.has(50)).toBe(true)
  })

  it('are begun anew when many of their documents are gone', () => {
    const sheets = new FieldSheets({ worth: 0 })
    sheets.keep(['a'], reading(numbers(4_000)))
    sheets.noteGone(999)
    expect(sheets.find(['a'])?.size).toBe(4_000)
    sheets.noteGone(1)
    expect(sheets.find(['a'])).toBeUndefined()
    sheets.keep(['a'], reading(numbers(8_000)))
    sheets.noteGone(1_999)
    expect(sheets.find(['a'])?.size).toBe(8_000)
  })
})
