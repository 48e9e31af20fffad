import { cache } from 'react'
import { placeAt } from '../addresses/placeAt.ts'
import type { Departure } from '../model/departure.ts'
import { routes } from '../routes.ts'
import { getDeparture } from './getDeparture.ts'
import { loadIdBySlug } from './loadDocuments.ts'

/** Where the page of two countries is now, if one of them, or both, have another address; a pair follows its countries. */
export const getPairDeparture = cache(async (one: string, other: string): Promise<Departure | undefined> => {
  const asGiven = routes.relation(one, other)
  const [now, otherNow] = await Promise.all([slugNow(one), slugNow(other)])
  const href =
    now === undefined || otherNow === undefined || now === otherNow ? asGiven : routes.relation(now, otherNow)
  return href === asGiven ? getDeparture(asGiven) : { kind: 'moved', href }
})

const slugNow = async (slug: string): Promise<string | undefined> => {
  if ((await loadIdBySlug('country', slug)) !== undefined) return slug
  const departure = await getDeparture(routes.country(slug))
  const place = departure?.kind === 'moved' ? placeAt(departure.href) : undefined
  return place?.type === 'country' ? place.slug : undefined
}
