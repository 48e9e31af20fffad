import { toHtml } from 'hast-util-to-html'
import { toHast } from 'mdast-util-to-hast'
import { toFlow } from '../../../lib/feeds/richTextNodes.ts'
import type { RichText } from '../../../lib/model/common.ts'
import { aParagraph, aParagraphWithLinks } from '../../fixtures/richText.ts'

const html = (text: RichText) =>
  toHtml(toHast({ type: 'root', children: toFlow(text, 'https://news.example') })).replaceAll('\n', '')

const item = (text: string, level: number, listItem: 'bullet' | 'number' = 'bullet') => ({
  ...aParagraph(text, text),
  listItem,
  level,
})

describe('running text for other programs', () => {
  it('keeps small headings, quotations and paragraphs', () => {
    const text = [
      { ...aParagraph('Why now'), style: 'h3' as const },
      aParagraph('Because.'),
      { ...aParagraph('So she said.'), style: 'blockquote' as const },
    ]
    expect(html(text)).toBe('<h3>Why now</h3><p>Because.</p><blockquote><p>So she said.</p></blockquote>')
  })

  it('makes addresses whole that lead to our own pages', () => {
    expect(html([aParagraphWithLinks()])).toBe(
      '<p><a href="https://news.example/countries/armenia">Armenia</a> said in a <a href="https://example.org/statement"><strong>statement</strong></a></p>',
    )
  })

  it('leaves the space around marked words unmarked', () => {
    const block = aParagraph('')
    const children = [
      { _type: 'span' as const, _key: 's1', text: 'a part of ', marks: ['strong'] },
      { _type: 'span' as const, _key: 's2', text: 'it', marks: [] },
    ]
    expect(html([{ ...block, children }])).toBe('<p><strong>a part of</strong> it</p>')
  })

  it('nests lists, and ends one where another kind begins', () => {
    const text = [
      item('one', 1),
      item('within', 2),
      item('two', 1),
      item('first', 1, 'number'),
      aParagraph('End.'),
    ]
    expect(html(text)).toBe(
      '<ul><li>one<ul><li>within</li></ul></li><li>two</li></ul><ol><li>first</li></ol><p>End.</p>',
    )
  })

  it('begins with a deeper level where an editor did', () => {
    expect(html([item('deep', 2), item('one', 1)])).toBe('<ul><li>deep</li></ul><ul><li>one</li></ul>')
  })
})
