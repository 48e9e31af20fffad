import type { StoredArticle } from '../../sanity/queries/articles.ts'
import type { StoredSection } from '../../sanity/queries/parts/sections.ts'
import { plainTextOf } from './toRichText.ts'

/** All words of an article that a reader reads, as plain texts. */
export const textsOf = (article: StoredArticle): string[] => [
  article.standfirst,
  ...article.sections.flatMap(textsOfSection),
  ...(article.closing ? [plainTextOf(article.closing)] : []),
]

/** The words of one section; none where it has none of its own. */
export const textsOfSection = (section: StoredSection): string[] => {
  switch (section._type) {
    case 'keyPointsSection':
      return [section.heading, ...section.points.map(({ text }) => plainTextOf(text))]
    case 'passage':
      return [plainTextOf(section.text)]
    case 'pullQuote':
      return [section.text]
    case 'timeline':
      return section.entries.map(({ text }) => text)
    case 'table':
      return section.rows.flat()
    case 'figure':
    case 'gallery':
    case 'embed':
    case 'relationBox':
      return []
  }
}
