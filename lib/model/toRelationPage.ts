import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import type { StoredRelation } from '../../sanity/queries/relations.ts'
import { routes } from '../routes.ts'
import type { Relation } from './relation.ts'
import type { Teaser } from './teaser.ts'
import { toCountryName } from './toCountryName.ts'
import { toTimelineEntry } from './toTimelineEntry.ts'

/** The page of a relation; `countries` in the order of the address. */
export const toRelationPage = (
  stored: StoredRelation,
  [first, second]: [StoredCountryName, StoredCountryName],
  articles: Teaser[],
): Relation => ({
  revision: stored._rev,
  href: routes.relation(first.slug, second.slug),
  countries: [toCountryName(first), toCountryName(second)],
  summary: stored.summary,
  events: stored.timeline.map(toTimelineEntry).sort((a, b) => a.date.localeCompare(b.date)),
  articles,
})
