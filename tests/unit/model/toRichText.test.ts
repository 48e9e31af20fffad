import { plainTextOf, toRichText } from '../../../lib/model/toRichText.ts'
import { richText } from '../../../sanity/queries/parts/richText.ts'

const block = (markDefs: unknown[], marks: string[]) =>
  richText.parse([
    {
      _type: 'block',
      _key: 'b1',
      style: null,
      markDefs,
      children: [{ _type: 'span', _key: 's', text: 'Words', marks }],
    },
  ])
const mention = { _type: 'mention', _key: 'm1', document: { _type: 'reference', _ref: 'country-armenia' } }
const mentions = new Map([
  ['country-armenia', { _id: 'country-armenia', _type: 'country' as const, slug: 'armenia' }],
  ['article-a', { _id: 'article-a', _type: 'article' as const, slug: 'a & b' }],
])

describe('running text', () => {
  it('leads a mention to the page of its country or article', () => {
    expect(toRichText(block([mention], ['m1']), mentions)[0]?.markDefs).toEqual([
      { _type: 'mention', _key: 'm1', href: '/countries/armenia' },
    ])
    const article = { ...mention, document: { _ref: 'article-a' } }
    expect(toRichText(block([article], ['m1']), mentions)[0]?.markDefs[0]?.href).toBe('/articles/a%20%26%20b')
  })

  it('keeps the words of a mention whose document is not published', () => {
    const [text] = toRichText(block([mention], ['m1', 'strong']), new Map())
    expect(text?.markDefs).toEqual([])
    expect(text?.children).toEqual([{ _type: 'span', _key: 's', text: 'Words', marks: ['strong'] }])
  })

  it('drops marks that readers’ pages do not know', () => {
    const [text] = toRichText(block([], ['blink', 'em', 'left-over']), mentions)
    expect(text?.children[0]?.marks).toEqual(['em'])
  })

  it('is an ordinary paragraph where no style is given', () => {
    expect(toRichText(block([], []), mentions)[0]?.style).toBe('normal')
  })

  it('can be read as plain words', () => {
    expect(plainTextOf(block([mention], ['m1']))).toBe('Words')
  })
})
