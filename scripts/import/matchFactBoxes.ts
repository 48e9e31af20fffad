import type { ParsedFactBox } from './parseArticle.ts'
import type { ParsedFact } from './parseFact.ts'
import type { CountryWithFacts } from './reference.ts'

export interface MatchedFactBox {
  /** Undefined when no country document fits: its facts are reported and stay out. */
  country: CountryWithFacts | undefined
  facts: ComparedFact[]
}

export type ComparedFact = ParsedFact &
  (
    | { verdict: 'known' }
    | { verdict: 'new' }
    /** Another value stands in the country's document under `key`. */
    | { verdict: 'differs'; key: string; was: string }
  )

/** Facts of which a country has one; of the others it may have several. */
const single = new Set([
  'location',
  'capital',
  'officialLanguage',
  'majorReligion',
  'population',
  'currency',
  'government',
  'area',
])

/** Whose facts each box holds (by the capital it names, or its heading), and which of them the country lacks. */
export function matchFactBoxes(boxes: ParsedFactBox[], countries: CountryWithFacts[]): MatchedFactBox[] {
  return boxes.map((box) => {
    const country = findCountry(box, countries)
    return { country, facts: box.facts.map((fact) => compare(fact, country)) }
  })
}

function findCountry(box: ParsedFactBox, countries: CountryWithFacts[]): CountryWithFacts | undefined {
  const byHeading = countries.find(({ name }) => box.heading?.toLowerCase() === name.toLowerCase())
  const capital = box.facts.find(({ kind }) => kind === 'capital')?.value
  if (byHeading || !capital) return byHeading
  return countries.find(({ facts }) =>
    facts.some(({ kind, value }) => kind === 'capital' && sameCapital(value, capital)),
  )
}

/** "Yerevan" and "Yerevan (the largest city)" are one capital. */
function sameCapital(one: string, other: string): boolean {
  return firstWords(one) === firstWords(other)
}

const firstWords = (value: string) =>
  value
    .split(/\s*[(,;]/)[0]
    ?.trim()
    .toLowerCase()

function compare(fact: ParsedFact, country: CountryWithFacts | undefined): ComparedFact {
  const alike = country?.facts.filter(({ kind }) => kind === fact.kind) ?? []
  if (alike.some(({ value }) => says(value, fact.value))) return { ...fact, verdict: 'known' }
  const [standing] = alike
  if (standing && single.has(fact.kind)) {
    return { ...fact, verdict: 'differs', key: standing._key, was: standing.value }
  }
  return { ...fact, verdict: 'new' }
}

/** Whether a known value says all that the imported one says, in whatever order. */
function says(known: string, imported: string): boolean {
  const have = new Set(toWords(known))
  return toWords(imported).every((word) => have.has(word))
}

const small = new Set(['the', 'a', 'an', 'of', 'in', 'and', 'region', 'its', 'for'])

function toWords(value: string): string[] {
  return (value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !small.has(word))
}
