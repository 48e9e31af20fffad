import type { PhrasingContent, RootContent, TableRow } from 'mdast'
import { formatPartialDate } from '../format/dates.ts'
import type { Words } from '../format/words/wordsFor.ts'
import type { ArticleSection, KeyPointsSection, RelationSummary, TimelineEntry } from '../model/article.ts'
import type { Picture } from '../model/common.ts'
import { toPointItem } from './pointNodes.ts'
import { toFlow } from './richTextNodes.ts'

/** A section of an article as nodes of Markdown's tree. */
export const sectionNodes = (section: ArticleSection, words: Words, origin: string): RootContent[] => {
  switch (section.kind) {
    case 'keyPoints':
      return keyPointsNodes(section, words, origin)
    case 'passage':
      return toFlow(section.text, origin)
    case 'figure':
      return [pictureNode(section.picture)]
    case 'gallery':
      return [...headingNodes(section.heading), ...section.pictures.map(pictureNode)]
    case 'pullQuote':
      return [quoteNode(section)]
    case 'timeline':
      return [...headingNodes(section.heading), timelineNode(section.entries, words)]
    case 'table':
      return [...headingNodes(section.caption), tableNode(section)]
    case 'embed':
      return [paragraph([{ type: 'link', url: section.url, children: [text(section.title)] }])]
    case 'relationBox':
      return relationNodes(section.relation, words)
  }
}

const text = (value: string) => ({ type: 'text' as const, value })

const paragraph = (children: PhrasingContent[]) => ({ type: 'paragraph' as const, children })

const headingNodes = (value: string | undefined): RootContent[] =>
  value === undefined ? [] : [{ type: 'heading', depth: 2, children: [text(value)] }]

/** Each point ends with the numbers of its sources, as its page prints them. */
const keyPointsNodes = (
  { heading, actor, points }: KeyPointsSection,
  words: Words,
  origin: string,
): RootContent[] => [
  ...headingNodes(heading),
  ...(actor === undefined ? [] : [paragraph([{ type: 'emphasis', children: [text(actor.name)] }])]),
  {
    type: 'list',
    spread: false,
    children: points.map((point) =>
      toPointItem(
        point,
        words,
        origin,
        point.sourceNumbers.map((number) => text(` (${number})`)),
      ),
    ),
  },
]

const pictureNode = ({ src, alt, caption, credit }: Picture): RootContent => {
  const below = [caption, credit].flatMap((line) => line ?? []).join(' — ')
  return paragraph([
    { type: 'image', url: src, alt },
    ...(below === '' ? [] : [{ type: 'break' as const }, text(below)]),
  ])
}

const quoteNode = ({
  text: said,
  attribution,
}: {
  text: string
  attribution: string | undefined
}): RootContent => ({
  type: 'blockquote',
  children: [
    paragraph([text(said)]),
    ...(attribution === undefined ? [] : [paragraph([text(`— ${attribution}`)])]),
  ],
})

const timelineNode = (entries: TimelineEntry[], words: Words): RootContent => ({
  type: 'list',
  spread: false,
  children: entries.map(({ date, text: said }) => ({
    type: 'listItem',
    spread: false,
    children: [
      paragraph([
        { type: 'strong', children: [text(formatPartialDate(date, words))] },
        text(`${words.article.colon} ${said}`),
      ]),
    ],
  })),
})

const tableNode = ({ columns, rows }: { columns: string[]; rows: string[][] }): RootContent => {
  const row = (cells: string[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [text(cell)] })),
  })
  return { type: 'table', children: [row(columns), ...rows.map(row)] }
}

const relationNodes = ({ countries, summary, events }: RelationSummary, words: Words): RootContent[] => [
  ...headingNodes(countries.map(({ name }) => name).join(` ${words.article.and} `)),
  paragraph([text(summary)]),
  ...(events.length === 0 ? [] : [timelineNode(events, words)]),
]
