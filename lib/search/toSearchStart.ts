import type { StoredName, StoredSubjects } from '../../sanity/queries/names.ts'
import type { FacetChoice, SearchStart } from '../model/search.ts'
import { tally } from './countFacets.ts'
import { toNamedPage } from './names.ts'

const MOST = 12

/** The countries and topics that the newest articles are about most often. */
export const toSearchStart = (subjects: StoredSubjects, names: readonly StoredName[]): SearchStart => ({
  countries: mostNamed(
    subjects.map(({ countries }) => countries),
    names,
  ),
  topics: mostNamed(
    subjects.map(({ topics }) => topics),
    names,
  ),
})

const mostNamed = (lists: readonly string[][], names: readonly StoredName[]): FacetChoice[] => {
  const counts = tally(lists)
  return names
    .flatMap((name) => {
      const count = counts.get(name.id)
      const { label, href } = toNamedPage(name)
      return count === undefined ? [] : [{ label, href, count }]
    })
    .toSorted((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1))
    .slice(0, MOST)
}
