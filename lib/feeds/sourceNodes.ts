import type { PhrasingContent, RootContent } from 'mdast'
import { formatPartialDate } from '../format/dates.ts'
import type { Words } from '../format/words/wordsFor.ts'
import type { Source } from '../model/article.ts'

const text = (value: string) => ({ type: 'text' as const, value })

/** The numbered ledger of an article's sources. */
export const sourceNodes = (sources: Source[], words: Words): RootContent[] =>
  sources.length === 0
    ? []
    : [
        { type: 'heading', depth: 2, children: [text(words.article.sources)] },
        {
          type: 'list',
          ordered: true,
          start: 1,
          spread: false,
          children: sources.map((source) => ({
            type: 'listItem',
            spread: false,
            children: [{ type: 'paragraph', children: sourceLine(source, words) }],
          })),
        },
      ]

const sourceLine = ({ publisher, title, url, date }: Source, words: Words): PhrasingContent[] => {
  const named = text(title ?? publisher)
  return [
    url === undefined ? named : { type: 'link', url, children: [named] },
    ...(title === undefined ? [] : [text(`, ${publisher}`)]),
    ...(date === undefined ? [] : [text(`, ${formatPartialDate(date, words)}`)]),
  ]
}
