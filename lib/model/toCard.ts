import type { Article } from './article.ts'
import type { Card } from './card.ts'
import type { Site } from './front.ts'

const MOST_FLAGS = 4

/**
 * Letters of the latin alphabets with their signs. The drawing of cards sets letters one after the other: Arabic, whose
 * letters join, or Hebrew, which runs the other way, would come out wrong rather than missing.
 */
const SETTABLE = /^[\p{Script=Latin}\p{N}\p{P}\p{Sc}\p{Zs}+=<>|~^°×−]*$/u

export const isSettable = (text: string): boolean => SETTABLE.test(text)

/** The card of an article. */
export const toCard = (article: Article, site: Site, picture: string | undefined): Card => ({
  siteName: site.name,
  kicker: settable(article.kicker) ?? article.category.label,
  accent: article.category.accent,
  headline: settable(article.headline),
  flags: article.factBoxes.slice(0, MOST_FLAGS).map(({ country }) => country.iso2),
  picture,
})

const settable = (text: string | undefined) => (text !== undefined && isSettable(text) ? text : undefined)
