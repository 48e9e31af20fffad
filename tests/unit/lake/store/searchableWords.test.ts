import { searchKeysOf, wordColumnOf } from '../../../../lake/store/searchableWords.ts'
import { keyOfWord, matchTokens, wordsOf } from '../../../../lake/store/wordKeys.ts'
import { seededRandom } from '../../../support/seededRandom.ts'

const letters: [string, ...string[]] = [
  ' ',
  // Aa and BB add up to the same.
  ...'aABBbZ09  ..__\'"-!/=~`éİſK日',
  ...[
    '\u00a0',
    '\u2003',
    '\u0085',
    '\ufeff',
    '\u{1d400}',
    '\ud800',
    '\udc00',
    'ﬁ',
    '\u0301',
    'long'.repeat(17),
  ],
]

/** What the words and the tokens of texts are filed under, each once, in any order. */
const keysOf = (texts: readonly string[]) =>
  [...new Set(texts.flatMap((text) => [...wordsOf(text), ...matchTokens(text)].map(keyOfWord)))].sort()

describe('the keys that a document is filed under', () => {
  it('are those of all words and tokens of its texts, each once in a column', () => {
    const random = seededRandom(7)
    const text = () => Array.from({ length: random.below(12) }, () => random.pick(letters)).join('')
    for (let round = 0; round < 5_000; round += 1) {
      const [headline, inner, deep] = [text(), text(), text()]
      const keys = searchKeysOf({ _id: 'a', _type: 'article', headline, text: [inner, { deep }] })
      expect([...(keys[wordColumnOf('headline')] ?? [])].sort()).toEqual(keysOf([headline]))
      expect([...(keys[wordColumnOf('text')] ?? [])].sort()).toEqual(keysOf([inner, deep]))
    }
  })

  it('are found again after documents with more words than are kept', () => {
    const many = Array.from({ length: 70_000 }, (_, number) => `word${number}`)
    const before = searchKeysOf({ _id: 'a', text: 'An early word' })
    expect(searchKeysOf({ _id: 'a', text: [...many, ...many].join(' ') })[wordColumnOf('text')]).toEqual(many)
    expect(searchKeysOf({ _id: 'a', text: 'An early word' })).toEqual(before)
  })
})
