import type { KeySource } from './keys.ts'
import type { MatchedFactBox } from './matchFactBoxes.ts'
import type { CountryWithFacts } from './reference.ts'
import type { StoredFact } from './storedArticle.ts'

/** What an import would change in one country's draft. */
export interface FactPatch {
  country: CountryWithFacts
  /** Replaced under their key; the source and the day of checking belonged to the old value and go with it. */
  changed: StoredFact[]
  added: StoredFact[]
}

/** The changes that a fact box asks for; undefined when its country says all of it already. */
export function toFactPatch({ country, facts }: MatchedFactBox, newKey: KeySource): FactPatch | undefined {
  if (!country) return undefined
  const changed: StoredFact[] = []
  const added: StoredFact[] = []
  for (const fact of facts) {
    const { kind, value } = fact
    if (fact.verdict === 'differs') changed.push({ _type: 'fact', _key: fact.key, kind, value })
    if (fact.verdict === 'new') {
      added.push({ _type: 'fact', _key: newKey(`fact ${country._id} ${kind} ${value}`), kind, value })
    }
  }
  return changed.length + added.length > 0 ? { country, changed, added } : undefined
}
