import type { FactKind } from '../../lib/model/country.ts'

export interface ParsedFact {
  kind: FactKind
  value: string
  line: number
}

const labels: [FactKind, RegExp][] = [
  ['location', /^(?:location|region)\s*:\s*|^(?:is )?located (?:in|on|at|between) (?:the )?/i],
  ['capital', /^capital(?: city)?\s*(?::|is)\s*/i],
  ['officialLanguage', /^(?:official |main |national )?languages?\s*(?::|is|are)\s*/i],
  ['majorReligion', /^(?:major |main |largest )?religions?\s*(?::|is|are)\s*/i],
  ['population', /^population\s*:\s*/i],
  ['currency', /^currency\s*(?::|is)\s*/i],
  ['government', /^(?:form of |system of )?government\s*:\s*/i],
  ['area', /^(?:land |total )?area\s*:\s*/i],
  ['notableFor', /^(?:notable|known|famous|noted|renowned) for\s*:?\s*/i],
]

/** "Capital: Baku." → a capital, "Baku". What begins with no known label is kept whole, as another fact. */
export function parseFact(text: string, line: number): ParsedFact {
  const found = labels.find(([, pattern]) => pattern.test(text))
  const [kind, pattern] = found ?? (['other', /^/] as const)
  const value = text.replace(pattern, '').replace(/\.$/, '').trim()
  return { kind, value: value.charAt(0).toUpperCase() + value.slice(1), line }
}

/** Whether bullets read as a country's fact box: two or more known labels, and most of the bullets. */
export function isFactList(bullets: string[]): boolean {
  const known = bullets.filter((text) => labels.some(([, pattern]) => pattern.test(text))).length
  return known >= 2 && known * 2 > bullets.length
}
