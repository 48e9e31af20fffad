import type { SectionKind } from '../../lib/model/article.ts'
import { isAdjectiveOf, type KnownCountry, worldCountries } from './countryNames.ts'

/** In order: "International Involvement in the Talks" is mediation before it is anything else. */
const kinds: [SectionKind, RegExp][] = [
  [
    'whatNext',
    /\bwhat(?:’s|'s| is| comes| happens)? next\b|\bnext steps?\b|\boutlook\b|\bprospects?\b|\blooking ahead\b/i,
  ],
  [
    'mediation',
    /\bmediat|\bnegotiat|\bpeace (?:talks|process|efforts)\b|\bdiploma|\binternational involvement\b/i,
  ],
  ['response', /\brespon[sd]|\breact|\breply\b|\bcondemn/i],
  ['aims', /\baims?\b|\bobjectives?\b|\bgoals?\b|\bdemands?\b|\bintentions?\b|\bwants?\b/i],
  ['background', /\bcontext\b|\bbackground\b|\bhistor(?:y|ical)\b|\borigins?\b|\broots?\b|\bcauses?\b/i],
  ['impact', /\bimpacts?\b|\bconsequences?\b|\beffects?\b|\bcasualt|\btoll\b|\bhumanitarian\b|\bcosts?\b/i],
  [
    'development',
    /\boffensive\b|\bdevelopments?\b|\battacks?\b|\boperations?\b|\bescalat|\blatest\b|\bevents?\b/i,
  ],
]

/** The kind that a heading speaks of; undefined when no word of it says. */
export function guessKind(heading: string): SectionKind | undefined {
  return kinds.find(([, pattern]) => pattern.test(heading))?.[0]
}

export type GuessedActor = { country: KnownCountry } | { name: string }

/** Those who act and are no country. */
const groups: [RegExp, string][] = [
  [/^(?:the )?west(?:ern)?\b/i, 'The West'],
  [/^(?:the )?(?:EU|European Union)\b/, 'the European Union'],
  [/^(?:the )?(?:UN|United Nations)\b/, 'the United Nations'],
  [/^NATO\b/i, 'NATO'],
  [/^(?:the )?African Union\b/, 'the African Union'],
]

/** Who a section is about, by the first words of its heading: "Azerbaijan’s Offensive", "Russian Mediation". */
export function guessActor(heading: string, countries: KnownCountry[]): GuessedActor | undefined {
  const group = groups.find(([pattern]) => pattern.test(heading))
  if (group) return { name: group[1] }
  const country = countries.find((known) => beginsWith(heading, known))
  if (country) return { country }
  const elsewhere = worldCountries().find((known) => beginsWith(heading, known))
  return elsewhere ? { name: elsewhere.name } : undefined
}

function beginsWith(heading: string, country: { name: string; iso2: string }): boolean {
  const words = heading.replace(/^the /i, '')
  const rest = words.startsWith(country.name) ? words.slice(country.name.length) : undefined
  if (rest !== undefined && /^(?:[’']s?)?(?:\s|$)/.test(rest)) return true
  return isAdjectiveOf(words.split(/\s/)[0] ?? '', country)
}
