import type { Heading, Root, RootContent } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { formatNames } from '../format/byline.ts'
import { formatDateline, formatMoment } from '../format/dates.ts'
import { interfaceLanguageOf, type Words, wordsFor } from '../format/words/wordsFor.ts'
import type { Article } from '../model/article.ts'
import type { Site } from '../model/front.ts'
import { factBoxNodes } from './factBoxNodes.ts'
import { toCorrectionItem } from './pointNodes.ts'
import { toFlow } from './richTextNodes.ts'
import { sectionNodes } from './sectionNodes.ts'
import { sourceNodes } from './sourceNodes.ts'

/** An article as Markdown, whole: its points with standings and sources, the facts, what was corrected. */
export const articleMarkdown = (article: Article, site: Site): string => {
  const words = wordsFor(interfaceLanguageOf(article.language, site.language))
  const root: Root = {
    type: 'root',
    children: [
      heading(1, article.headline),
      paragraph(article.standfirst),
      paragraph(byline(article, words)),
      linkTo(`${site.url}${article.href}`),
      ...article.sections.flatMap((section) => sectionNodes(section, words, site.url)),
      ...toFlow(article.closing ?? [], site.url),
      ...article.factBoxes.flatMap((box) => factBoxNodes(box, words)),
      ...corrections(article, words),
      ...sourceNodes(article.sources, words),
    ],
  }
  return toMarkdown(root, { extensions: [gfmTableToMarkdown()], bullet: '-', emphasis: '_' })
}

const text = (value: string) => ({ type: 'text' as const, value })

const heading = (depth: Heading['depth'], value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
})

const paragraph = (value: string): RootContent => ({ type: 'paragraph', children: [text(value)] })

const linkTo = (url: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'link', url, children: [text(url)] }],
})

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
