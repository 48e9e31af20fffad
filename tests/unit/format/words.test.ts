import { readdirSync, readFileSync } from 'node:fs'
import { interfaceLanguageOf, interfaceLanguages } from '../../../lib/format/words/interfaceLanguage.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'

describe('the words of the interface', () => {
  it('are taken for the language of a text, whatever its region', () => {
    expect(interfaceLanguageOf('fr-CA')).toBe('fr')
    expect(interfaceLanguageOf('EN')).toBe('en')
  })

  it('are the edition’s where a text is in a language that we have no words for', () => {
    expect(interfaceLanguageOf('ar', 'fr')).toBe('fr')
    expect(interfaceLanguageOf(undefined)).toBe('en')
  })

  it.each(interfaceLanguages.filter((language) => language !== 'en'))(
    'are all there and none is left in English in %s',
    (language) => {
      const english = textsIn(wordsFor('en'))
      const texts = [...textsIn(wordsFor(language))]
      expect(texts.filter(([, text]) => text.trim() === '')).toEqual([])
      // Short ones may well be the same: "Articles".
      expect(texts.filter(([place, text]) => text.length > 12 && english.get(place) === text)).toEqual([])
    },
  )

  it('count what was found as each language counts', () => {
    const found = (language: 'en' | 'fr', count: number) => wordsFor(language).search.found(count, false, 'x')
    expect([0, 1, 1200].map((count) => found('en', count))).toEqual([
      '0 articles for “x”',
      '1 article for “x”',
      '1,200 articles for “x”',
    ])
    expect([0, 1, 1200].map((count) => found('fr', count))).toEqual([
      '0 article pour «\u00a0x\u00a0»',
      '1 article pour «\u00a0x\u00a0»',
      '1\u202f200 articles pour «\u00a0x\u00a0»',
    ])
  })

  it('keep French signs from the end of the line: no ordinary space before them, and none within « »', () => {
    const folder = 'lib/format/words'
    const french = readdirSync(folder).flatMap((file) => {
      const text = readFileSync(`${folder}/${file}`, 'utf8')
      const literals = text.slice(text.indexOf('const fr')).match(/'[^'\n]*'|`[^`]*`/g) ?? []
      return literals.map((literal) =>
        literal
          .replaceAll(/\$\{[^}]*\}/g, 'x')
          .replaceAll(/\\u([0-9a-f]{4})/g, (_, code: string) =>
            String.fromCharCode(Number.parseInt(code, 16)),
          ),
      )
    })
    expect(french.length).toBeGreaterThan(50)
    expect(french.filter((literal) => / [:;!?»]|« |\p{L}[:;!?]/u.test(literal))).toEqual([])
    // Before a semicolon and the signs of a question or a call the space is a narrow one.
    expect(french.filter((literal) => /\u00a0[;!?]/.test(literal))).toEqual([])
    expect(french.filter((literal) => /\u202f;/.test(literal)).length).toBeGreaterThan(0)
  })
})

/** The plain texts of a catalogue by their places: `site.countries`. */
function textsIn(words: object): Map<string, string> {
  const texts = new Map<string, string>()
  const read = (value: unknown, place: string) => {
    if (typeof value === 'string') texts.set(place, value)
    else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) read(inner, place === '' ? name : `${place}.${name}`)
  }
  read(words, '')
  return texts
}
