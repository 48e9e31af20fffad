import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { ListItem, Root, RootContent } from 'mdast'
import { toHast } from 'mdast-util-to-hast'
import { interfaceLanguageOf } from '../format/words/interfaceLanguage.ts'
import { type Words, wordsFor } from '../format/words/wordsFor.ts'
import type { FeedEntry } from '../model/feed.ts'
import { toCorrectionItem, toPointItem } from './pointNodes.ts'

/** An entry's content as HTML: the standfirst, every key point under its heading, and what was corrected. */
export const entryHtml = (entry: FeedEntry, origin: string): string => {
  const words = wordsFor(interfaceLanguageOf(entry.language))
  const root: Root = {
    type: 'root',
    children: [
      { type: 'paragraph', children: [{ type: 'text', value: entry.standfirst }] },
      ...entry.sections.flatMap(({ heading, points }): RootContent[] => [
        { type: 'heading', depth: 3, children: [{ type: 'text', value: heading }] },
        {
          type: 'list',
          spread: false,
          children: points.map((point) => withoutAddress(toPointItem(point, words, origin))),
        },
      ]),
      ...corrections(entry, words),
    ],
  }
  return toHtml(inItsLanguage(entry, toHast(root)))
}

/** A feed reader may show many entries as one document, in which a point's name would not be its own. */
const withoutAddress = (item: ListItem): ListItem => ({ ...item, data: {} })

const corrections = (entry: FeedEntry, words: Words): RootContent[] =>
  entry.corrections.length === 0
    ? []
    : [
        { type: 'heading', depth: 3, children: [{ type: 'text', value: words.article.whatChanged }] },
        {
          type: 'list',
          spread: false,
          children: entry.corrections.map((correction) => toCorrectionItem(correction, words)),
        },
      ]

/** Feed readers print entries in pages of their own language and direction. */
const inItsLanguage = ({ language, direction }: FeedEntry, content: ReturnType<typeof toHast>): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { lang: language, dir: direction },
  children:
    content.type === 'root' ? content.children.flatMap((node) => (node.type === 'doctype' ? [] : node)) : [],
})
