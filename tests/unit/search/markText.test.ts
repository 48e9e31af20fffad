import type { MarkedText } from '../../../lib/model/search.ts'
import { cutBestPassage } from '../../../lib/search/cutPassage.ts'
import { markText } from '../../../lib/search/markText.ts'
import { parseSearch } from '../../../lib/search/parseSearch.ts'

const shown = (text: MarkedText) =>
  text.map((span) => (span.isMarked ? `[${span.text}]` : span.text)).join('')
const marked = (text: string, asked: string) => shown(markText(text, parseSearch(asked).terms))

describe('marking what was asked for', () => {
  it.each([
    ['a word in any case', 'Sudan at war', 'SUDAN', '[Sudan] at war'],
    ['a word that goes on', 'Armenians in Armenia', 'armenia', '[Armenians] in [Armenia]'],
    ['no short word within another', 'Warsaw at war', 'war', 'Warsaw at [war]'],
    ['a word with accents', 'Türkiye et Côte d’Ivoire', 'turkiye cote', '[Türkiye] et [Côte] d’Ivoire'],
    ['letters with marks of their own', 'Tu\u0308rkiye', 'turkiye', '[Tu\u0308rkiye]'],
    ['a phrase as one', 'Peace talks, then peace', '"peace talks"', '[Peace talks], then peace'],
    ['words that overlap once', 'peace talks begin', '"peace talks" "talks begin"', '[peace talks begin]'],
    ['a word from right to left', 'ضرب زلزال المنطقة', 'زلزال', 'ضرب [زلزال] المنطقة'],
    ['a vocalised word', 'זֶה שָׁלוֹם', 'שלום', 'זֶה [שָׁלוֹם]'],
    ['signs as they are', 'A < B & "C"', 'b', 'A < [B] & "C"'],
    ['nothing that is not there', 'Peace', 'war', 'Peace'],
  ])('marks %s', (_what, text, asked, expected) => {
    expect(marked(text, asked)).toBe(expected)
  })

  it('loses no letter of the text', () => {
    const text = '«Ďábel» & <b>𝒜 war</b> — 戦争 war…'
    const spans = markText(text, parseSearch('war b 戦争').terms)
    expect(spans.map((span) => span.text).join('')).toBe(text)
    expect(spans.filter(({ isMarked }) => isMarked)).toHaveLength(5)
  })
})

describe('cutting a passage', () => {
  const passage = (text: string, key?: string) => ({ text, key })
  const cut = (asked: string, ...passages: ReturnType<typeof passage>[]) =>
    cutBestPassage(passages, parseSearch(asked).terms)
  const long = (middle: string) => `${'before it '.repeat(60)}${middle}${' after it'.repeat(60)}`

  it('takes the passage that says most of what was asked', () => {
    const best = cut('sudan famine', passage('Sudan, Sudan, Sudan.', 'p1'), passage('Famine in Sudan.', 'p2'))
    expect(best?.key).toBe('p2')
    expect(shown(best?.text ?? [])).toBe('[Famine] in [Sudan].')
  })

  it('takes the first of two that say the same', () => {
    expect(cut('sudan', passage('In Sudan.', 'p1'), passage('Near Sudan.'))?.key).toBe('p1')
  })

  it('cuts a long one between words around what was asked', () => {
    const text = shown(cut('famine', passage(long('a famine spreads')))?.text ?? [])
    expect(text).toMatch(/^…\S.* a \[famine\] spreads .*\S…$/)
    expect(text).toMatch(/^…(before|it) /)
    expect(text.length).toBeLessThan(240)
  })

  it('prefers the place at which different words are near each other', () => {
    const text = long(`${'x'.repeat(300)} sudan famine`)
    expect(shown(cut('sudan famine', passage(`sudan ${text}`))?.text ?? [])).toContain('[sudan] [famine]')
  })

  it('cuts what has no spaces without halving a letter', () => {
    const text = cut('war', passage(`war ${'𝒜'.repeat(400)}`))?.text ?? []
    expect(text.every((span) => span.text.isWellFormed())).toBe(true)
  })

  it('is nothing where nothing was found', () => {
    expect(cut('famine', passage('In Sudan.'))).toBeUndefined()
    expect(cut('famine')).toBeUndefined()
  })
})
