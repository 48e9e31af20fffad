import type { RootContent } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { interfaceLanguageOf } from '../format/words/interfaceLanguage.ts'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Article } from '../model/article.ts'
import type { Site } from '../model/front.ts'
import { articleBody, articleHead } from './articleNodes.ts'

/** An article as Markdown, whole: its points with standings and sources, the facts, what was corrected. */
export const articleMarkdown = (article: Article, site: Site): string => {
  const words = wordsFor(interfaceLanguageOf(article.language, site.language))
  const children = [
    ...articleHead(article, words),
    linkTo(`${site.url}${article.href}`),
    ...articleBody(article, words, site.url),
  ]
  return toMarkdown(
    { type: 'root', children },
    { extensions: [gfmTableToMarkdown()], bullet: '-', emphasis: '_' },
  )
}

const linkTo = (url: string): RootContent => ({
  type: 'paragraph',
  children: [{ type: 'link', url, children: [{ type: 'text', value: url }] }],
})
