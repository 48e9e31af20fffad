import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import type { StoredRelation } from '../../sanity/queries/relations.ts'
import { routes } from '../routes.ts'
import type { RelationSummary } from './article.ts'
import { toCountryName } from './toCountryName.ts'
import { toTimelineEntry } from './toTimelineEntry.ts'

const EVENTS_SHOWN = 3

/** What two countries are to each other; undefined while one of the two is not published. */
export const toRelation = (
  relation: StoredRelation,
  countries: ReadonlyMap<string, StoredCountryName>,
): RelationSummary | undefined => {
  const [first, second] = relation.countries.map((id) => countries.get(id))
  if (first === undefined || second === undefined) return undefined
  return {
    id: relation._id,
    href: routes.relation(first.slug, second.slug),
    countries: [toCountryName(first), toCountryName(second)],
    summary: relation.summary,
    events: relation.timeline
      .map(toTimelineEntry)
      .sort((a, b) => b.date.localeCompare(a.date))
      .slice(0, EVENTS_SHOWN),
  }
}
