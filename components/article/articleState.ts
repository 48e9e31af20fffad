import { contentHash } from '../../lib/format/contentHash.ts'
import type { ArticleSection, KeyPoint } from '../../lib/model/article.ts'
import type { RichText } from '../../lib/model/common.ts'

/** What an article is made of: a short mark of each section and point, by the key that is its address in the page. */
export const stateOf = (sections: ArticleSection[]): Record<string, string> =>
  Object.fromEntries(sections.flatMap(marksOf))

const marksOf = (section: ArticleSection): [string, string][] => {
  if (section.kind !== 'keyPoints') return [[section.key, contentHash(JSON.stringify(wordsOf(section)))]]
  const points = section.points.map((point): [string, string] => [point.key, contentHash(pointText(point))])
  return [[section.key, contentHash(section.heading)], ...points]
}

const pointText = ({ text, standing, attribution }: KeyPoint) =>
  [textOf(text), standing, attribution].join('\n')

const textOf = (text: RichText) =>
  text.map(({ children }) => children.map((span) => span.text).join('')).join('\n')

/** What readers read of a section: not the addresses of its pictures, which may move. */
const wordsOf = (section: Exclude<ArticleSection, { kind: 'keyPoints' }>): unknown => {
  switch (section.kind) {
    case 'passage':
      return textOf(section.text)
    case 'figure':
      return [section.picture.alt, section.picture.caption]
    case 'gallery':
      return [section.heading, ...section.pictures.map(({ alt, caption }) => [alt, caption])]
    case 'relationBox':
      return [section.relation.summary, section.relation.events]
    default:
      return section
  }
}
