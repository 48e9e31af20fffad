import type { Heading, RootContent } from 'mdast'
import { formatNames } from '../format/byline.ts'
import { formatDateline, formatMoment } from '../format/dates.ts'
import type { Words } from '../format/words/wordsFor.ts'
import type { Article } from '../model/article.ts'
import { factBoxNodes } from './factBoxNodes.ts'
import { toCorrectionItem } from './pointNodes.ts'
import { toFlow } from './richTextNodes.ts'
import { sectionNodes } from './sectionNodes.ts'
import { sourceNodes } from './sourceNodes.ts'

const text = (value: string) => ({ type: 'text' as const, value })

export const heading = (depth: Heading['depth'], value: string): Heading => ({
  type: 'heading',
  depth,
  children: [text(value)],
})

export const paragraph = (value: string) => ({ type: 'paragraph' as const, children: [text(value)] })

/** The headline of an article, what it is about, who wrote it and when. */
export const articleHead = (article: Article, words: Words): RootContent[] => [
  heading(1, article.headline),
  paragraph(article.standfirst),
  paragraph(byline(article, words)),
]

/** All that follows: sections, facts, corrections and sources. */
export const articleBody = (article: Article, words: Words, origin: string): RootContent[] => [
  ...article.sections.flatMap((section) => sectionNodes(section, words, origin)),
  ...toFlow(article.closing ?? [], origin),
  ...article.factBoxes.flatMap((box) => factBoxNodes(box, words)),
  ...corrections(article, words),
  ...sourceNodes(article.sources, words),
]

const byline = ({ contributors, firstPublishedAt, updatedAt }: Article, words: Words) =>
  [
    ...(contributors.length === 0
      ? []
      : [
          formatNames(
            contributors.map(({ name }) => name),
            words,
          ),
        ]),
    formatDateline(firstPublishedAt, words),
    ...(updatedAt === undefined ? [] : [`${words.article.updated} ${formatMoment(updatedAt, words)}`]),
  ].join(' · ')

const corrections = (article: Article, words: Words): RootContent[] =>
  article.corrections.length === 0
    ? []
    : [
        heading(2, words.article.whatChanged),
        {
          type: 'list',
          spread: false,
          children: article.corrections.map((correction) => toCorrectionItem(correction, words)),
        },
      ]
