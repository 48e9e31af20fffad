import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { type Dependent, dependents, revisionOf } from '../../sanity/queries/dependents.ts'
import { idBySlug } from '../../sanity/queries/idBySlug.ts'
import { feedsOf } from '../freshness/companions.ts'
import { placesOfChange } from '../freshness/placesOfChange.ts'
import { addressOfDocument, routes } from '../routes.ts'

/** Asked anew each time: the answer decides what is refreshed. */
const UNCACHED = { tags: [], revalidate: 0 }

/** Addresses of pages that show a changed document or list it; at most some forty, the last edited first. */
export const getDependents = async (before: unknown, after: unknown): Promise<string[]> => {
  const { shown, listedUnder, fedUnder } = placesOfChange(before, after)
  const isSeen = shown !== undefined || listedUnder.length > 0 || fedUnder.length > 0
  if (!isSeen) return []
  const addresses = await loadAddresses(shown ?? '', listedUnder)
  // The front shows the newest by rules of its own, and the lead's key points; whether an article is there is not worth asking.
  return [...new Set([...(isArticle(before) || isArticle(after) ? [routes.front()] : []), ...addresses])]
}

/** Addresses of feeds that show a change which the pages beside them do not. */
export const getFeedsAlone = async (before: unknown, after: unknown): Promise<string[]> => {
  const { fedUnder } = placesOfChange(before, after)
  return fedUnder.length === 0 ? [] : (await loadAddresses('', fedUnder)).flatMap(feedsOf)
}

const loadAddresses = async (id: string, listing: string[]): Promise<string[]> =>
  id === '' && listing.length === 0
    ? []
    : (await fetchParsed(dependents, { id, listing }, UNCACHED)).flatMap(addressesOf)

const addressesOf = ({ _type, slug, countries }: Dependent): string[] => {
  if (_type === 'front') return [routes.front()]
  const [one, other] = countries ?? []
  if (_type === 'relation') return one && other ? [routes.relation(one, other)] : []
  if (slug === undefined) return []
  if (_type === 'story') return [routes.story(slug), routes.storyFromStart(slug)]
  return [addressOfDocument(_type, slug)].flatMap((address) => address ?? [])
}

const isArticle = (document: unknown) =>
  typeof document === 'object' && document !== null && '_type' in document && document._type === 'article'

/** The revision of a document that readers should see now; undefined when it is not published, or not at that slug. */
export const getPublishedRevision = (id: string, slug = ''): Promise<string | undefined> =>
  fetchParsed(revisionOf, { id, slug }, UNCACHED)

/** Whether a document of a type is published at a slug now. */
export const isAddressTaken = async (type: string, slug: string): Promise<boolean> =>
  (await fetchParsed(idBySlug, { type, slug }, UNCACHED)) !== undefined
