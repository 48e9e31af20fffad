import type { StoredCategory } from '../../sanity/queries/categories.ts'
import type { StoredFound } from '../../sanity/queries/foundArticle.ts'
import type { SearchHit } from '../model/search.ts'
import { toTeaser } from '../model/toTeaser.ts'
import { routes } from '../routes.ts'
import { cutBestPassage, type Passage } from './cutPassage.ts'
import { markText } from './markText.ts'
import type { Term } from './parseSearch.ts'

/** An article that was found, with what was asked for marked in it. */
export const toSearchHit = (
  found: StoredFound,
  category: StoredCategory,
  terms: readonly Term[],
): SearchHit => {
  const passage = cutBestPassage(passagesOf(found), terms)
  return {
    teaser: toTeaser(found, category),
    headline: markText(found.headline, terms),
    standfirst: markText(found.standfirst, terms),
    passage: passage && {
      text: passage.text,
      href: passage.key === undefined ? undefined : routes.keyPoint(found.slug, passage.key),
    },
  }
}

/** The texts of an article, its key points first: of two that say the same the one with an address is shown. */
const passagesOf = ({ sections, closing }: StoredFound): Passage[] => {
  const points = sections.flatMap((section) =>
    section.points.flatMap(({ _key, text }) => (text === undefined ? [] : [{ text, key: _key }])),
  )
  const others = sections.flatMap(({ text, entries, heading }) => [
    ...paragraphsOf(text),
    ...entries.flatMap((entry) => entry ?? []),
    ...(heading === undefined ? [] : [heading]),
  ])
  return [...points, ...[...others, ...paragraphsOf(closing)].map((text) => ({ text, key: undefined }))]
}

const paragraphsOf = (text: string | undefined) => (text === undefined ? [] : text.split(/\n+/))
