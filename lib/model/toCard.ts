import type { Words } from '../format/words/wordsFor.ts'
import type { Article, CountryName } from './article.ts'
import type { Card, CardPicture } from './card.ts'
import type { CategoryLink } from './common.ts'
import type { Site } from './front.ts'
import { settable } from './settable.ts'
import type { Story } from './story.ts'
import { toCardTimeline } from './toCardTimeline.ts'

const MOST_FLAGS = 4

/** What a card says of itself; all else stands as it does on most. */
type Said = Partial<Card> & Pick<Card, 'kicker' | 'name'>

const card = (site: Site, { kicker, name, text, ...said }: Said): Card => ({
  siteName: settable(site.name),
  accent: 'world',
  ground: 'paper',
  flags: [],
  beside: undefined,
  timeline: undefined,
  kicker: settable(kicker),
  // An empty card would say nothing: where there is nothing to see either, the site says its own name.
  name: settable(name) ?? (said.beside === undefined ? settable(site.name) : undefined),
  text: settable(text),
  ...said,
})

const flagsOf = (countries: { iso2: string }[]) => countries.slice(0, MOST_FLAGS).map(({ iso2 }) => iso2)

/** @param picture Of the article, as a data URI: shown where the headline cannot be set. */
export const toArticleCard = (article: Article, site: Site, picture: string | undefined): Card =>
  card(site, {
    kicker: settable(article.kicker) ?? article.category.label,
    accent: article.category.accent,
    name: article.headline,
    flags: flagsOf(article.factBoxes.map(({ country }) => country)),
    beside: picture === undefined ? undefined : { kind: 'picture', src: picture },
  })

export const toCategoryCard = (
  { label, accent }: CategoryLink,
  description: string | undefined,
  site: Site,
  words: Words,
): Card =>
  card(site, { kicker: words.browse.section, accent, ground: 'accent', name: label, text: description })

export const toTopicCard = (
  { name, description }: { name: string; description: string | undefined },
  site: Site,
  words: Words,
): Card => card(site, { kicker: words.browse.topic, ground: 'panel', name, text: description })

export const toCountryCard = (
  { country, officialName }: { country: CountryName; officialName: string | undefined },
  neighbours: CountryName[],
  site: Site,
  words: Words,
): Card =>
  card(site, {
    kicker: words.country.country,
    name: country.name,
    text: officialName === country.name ? undefined : officialName,
    flags: [country.iso2],
    beside: {
      kind: 'locator',
      subject: country.isoNumeric,
      neighbours: neighbours.map(({ isoNumeric }) => isoNumeric),
    },
  })

export const toRelationCard = ([first, second]: [CountryName, CountryName], site: Site, words: Words): Card =>
  card(site, {
    kicker: words.relation.label,
    name: words.relation.heading(first.name, second.name),
    flags: flagsOf([first, second]),
    beside: { kind: 'pair', subjects: [first.isoNumeric, second.isoNumeric] },
  })

export const toStoryCard = ({ story, summary, countries, days }: Story, site: Site, words: Words): Card =>
  card(site, {
    kicker: words.story.soFar,
    name: story.label,
    text: summary,
    flags: flagsOf(countries),
    timeline: toCardTimeline(
      days.map(({ date }) => date),
      words,
    ),
  })

/** @param photo As a data URI. */
export const toAuthorCard = (
  { name, role }: { name: string; role: string | undefined },
  site: Site,
  photo: string | undefined,
  words: Words,
): Card => {
  const beside: CardPicture | undefined = photo === undefined ? undefined : { kind: 'picture', src: photo }
  return card(site, { kicker: words.browse.author, name, text: role, beside })
}
