import { readLines } from '../../../scripts/import/readLines.ts'

const read = (text: string) => readLines(text).map((line) => line.text)

describe('the spaces of a text from a word processor', () => {
  it.each([
    ['a figure and its unit', '40\u00a0km'],
    ['the groups of a figure', '1\u202f500 soldats'],
    ['French quotes', 'une «\u00a0guerre\u00a0»'],
    ['a French colon', 'Niger\u00a0: la CEDEAO'],
    ['a French semicolon', 'réservé\u202f; puis'],
  ])('do not break where they stand between %s', (_, text) => {
    expect(read(text)).toEqual([text])
  })

  it.each([
    ['between words', 'the\u00a0army said'],
    ['in a row', 'Niger\u00a0 : la CEDEAO'],
    ['at the end', 'the army «\u00a0'],
    ['after a bullet', '•\u00a0\u00a0Shelling began'],
  ])('are plain %s', (_, text) => {
    expect(read(text)[0]).not.toMatch(/[\u00a0\u202f]/)
  })
})
