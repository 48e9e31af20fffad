import { parsePointText, parseRichText } from '../../../scripts/newsroom/documents/richText.ts'

const written = `
The first paragraph
runs on.

### A heading

> A quotation
> in two lines

- one
- two

1. first
`

describe('rich text of seed sources', () => {
  it('parts paragraphs by blank lines and knows headings, quotations and lists', () => {
    const blocks = parseRichText(written)
    expect(blocks.map(({ style, listItem, children }) => [style, listItem, children[0]?.text])).toEqual([
      ['normal', undefined, 'The first paragraph runs on.'],
      ['h3', undefined, 'A heading'],
      ['blockquote', undefined, 'A quotation in two lines'],
      ['normal', 'bullet', 'one'],
      ['normal', 'bullet', 'two'],
      ['normal', 'number', 'first'],
    ])
  })

  it('gives each block a key of its own', () => {
    const keys = parseRichText(written).map(({ _key }) => _key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('keeps a key point one block, whatever its lines', () => {
    expect(parsePointText('- not a list\n\nbut a point')).toHaveLength(1)
  })
})
