import type { KnownCountry } from './countryNames.ts'

export interface Mention {
  countryId: string
  name: string
  start: number
  end: number
}

/**
 * Where a text names our countries, each at its first mention only, in the order of the text. The longest
 * name wins (Guinea-Bissau before Guinea). Adjectives are not linked: an "ethnic Armenian" is not Armenia.
 */
export function findMentions(text: string, countries: KnownCountry[]): Mention[] {
  const found: Mention[] = []
  for (const { _id, name } of namesByLength(countries)) {
    if (found.some((mention) => mention.countryId === _id)) continue
    const start = firstFree(text, name, found)
    if (start !== undefined) found.push({ countryId: _id, name, start, end: start + name.length })
  }
  return found.sort((one, other) => one.start - other.start)
}

function namesByLength(countries: KnownCountry[]): { _id: string; name: string }[] {
  return countries
    .flatMap(({ _id, name, officialName }) =>
      [name, officialName].flatMap((one) => (one ? [{ _id, name: one }] : [])),
    )
    .sort((one, other) => other.name.length - one.name.length)
}

function firstFree(text: string, name: string, taken: Mention[]): number | undefined {
  for (const match of text.matchAll(wholeName(name))) {
    const start = match.index
    const end = start + name.length
    if (!taken.some((mention) => start < mention.end && end > mention.start)) return start
  }
  return undefined
}

/** South Sudan is not Sudan, nor New Mexico Mexico, whether or not we have a document for them. */
function wholeName(name: string): RegExp {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const other = '(?<!\\b(?:New|North|Northern|South|Southern|East|Eastern|West|Western|Equatorial) )'
  return new RegExp(`(?<![\\p{L}\\p{N}])${other}${escaped}(?![\\p{L}\\p{N}])`, 'gu')
}
