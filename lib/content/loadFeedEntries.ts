import { authors } from '../../sanity/queries/authors.ts'
import { categories } from '../../sanity/queries/categories.ts'
import { countryNames } from '../../sanity/queries/countries.ts'
import { feedEntries, type StoredFeedEntry } from '../../sanity/queries/feedEntries.ts'
import { labels } from '../../sanity/queries/labels.ts'
import { mentioned } from '../../sanity/queries/mentioned.ts'
import type { FeedEntry } from '../model/feed.ts'
import { toFeedEntry } from '../model/toFeedEntry.ts'
import { mentionsIn } from '../model/toRichText.ts'
import { inOrder, loadDocuments } from './loadDocuments.ts'

/** Entries in the order of the ids; articles without a published category are left out. */
export const loadFeedEntries = async (ids: string[]): Promise<FeedEntry[]> => {
  const stored = inOrder(ids, await loadDocuments(feedEntries, ids))
  const all = (pick: (entry: StoredFeedEntry) => string[]) => stored.flatMap(pick)
  const [desks, topics, countries, people, mentions] = await Promise.all([
    loadDocuments(
      categories,
      all(({ category }) => [category]),
    ),
    loadDocuments(
      labels,
      all((entry) => entry.topics),
    ),
    loadDocuments(
      countryNames,
      all((entry) => entry.countries),
    ),
    loadDocuments(
      authors,
      all((entry) => entry.authors),
    ),
    loadDocuments(mentioned, all(mentionedIn)),
  ])
  const surroundings = { categories: desks, topics, countries, authors: people, mentions }
  return stored.flatMap((entry) => toFeedEntry(entry, surroundings) ?? [])
}

const mentionedIn = ({ sections }: StoredFeedEntry) =>
  sections.flatMap(({ points }) => points.flatMap(({ text }) => mentionsIn(text)))
