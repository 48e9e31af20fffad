import type { Chance } from './chance.ts'
import type { Glossary, GlossaryCountry } from './glossary.ts'
import type { ArchiveTopic, Grammar, Scene } from './grammar.ts'

/** What an article or a running story of the archive is about. */
export interface Setting {
  country: GlossaryCountry
  neighbour: GlossaryCountry
  topic: ArchiveTopic
}

const monthNames = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'],
  ...['November', 'December'],
]

/** A country, somebody next to it and a topic, by Zipf's law: a few are written about all the time. */
export function chooseSetting(chance: Chance, grammar: Grammar, { countries }: Glossary): Setting {
  const country = at(countries, chance.zipf(countries.length))
  const { neighbours } = country
  const neighbour = neighbours.length > 0 ? chance.pick(neighbours) : another(chance, countries, [country])
  const topics = grammar.topicsOf(country.region)
  return { country, neighbour, topic: at(topics, chance.zipf(topics.length)) }
}

/** Words for the grammar, and a third country that appears in them. */
export function toScene(
  chance: Chance,
  { country, neighbour, topic }: Setting,
  { countries }: Glossary,
  time: Date,
): { scene: Scene; partner: GlossaryCountry } {
  const partner = another(chance, countries, [country, neighbour])
  const scene = {
    country: country.phrase,
    capital: country.capital,
    currency: country.currency,
    neighbour: neighbour.phrase,
    partner: partner.phrase,
    month: monthNames[time.getUTCMonth()] ?? '',
    year: String(time.getUTCFullYear() - 1 - chance.below(9)),
    ...two(chance, 'matter', topic.matters),
    ...two(chance, 'measure', topic.measures),
    ...two(chance, 'group', topic.groups),
    ...two(chance, 'place', topic.places),
    ...two(chance, 'body', topic.bodies),
  }
  return { scene, partner }
}

function two(chance: Chance, name: string, phrases: readonly string[]): Scene {
  const first = chance.below(phrases.length)
  const second = (first + 1 + chance.below(Math.max(1, phrases.length - 1))) % phrases.length
  return { [name]: at(phrases, first), [`${name}2`]: at(phrases, second) }
}

function another(
  chance: Chance,
  countries: readonly GlossaryCountry[],
  but: readonly GlossaryCountry[],
): GlossaryCountry {
  for (;;) {
    const country = at(countries, chance.zipf(countries.length))
    if (!but.includes(country)) return country
  }
}

function at<T>(list: readonly T[], place: number): T {
  const found = list[place]
  if (found === undefined) throw new RangeError('There is nothing to choose from.')
  return found
}
