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

  it('keep French signs from the end of the line: no ordinary space before them, and none within « »', () => {
    const folder = 'lib/format/words'
    const french = readdirSync(folder).flatMap((file) => {
      const text = readFileSync(`${folder}/${file}`, 'utf8')
      const literals = text.slice(text.indexOf('const fr')).match(/'[^'\n]*'|`[^`]*`/g) ?? []
      return literals.map((literal) => literal.replaceAll(/\$\{[^}]*\}/g, 'x'))
    })
    expect(french.length).toBeGreaterThan(50)
    expect(french.filter((literal) => / [:;!?»]|« |\p{L}[:;!?]/u.test(literal))).toEqual([])
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
