import { cache } from 'react'
import { articlesOfStory } from '../../sanity/queries/articleLists.ts'
import { countryNames } from '../../sanity/queries/countries.ts'
import { stories } from '../../sanity/queries/stories.ts'
import { tags } from '../freshness/tags.ts'
import type { Story, TimelineOrder } from '../model/story.ts'
import { toStory } from '../model/toStory.ts'
import { loadDocuments, loadIdBySlug, loadIds, loadSubject } from './loadDocuments.ts'
import { loadStoryPoints } from './loadStoryPoints.ts'
import { loadTeasers } from './loadTeasers.ts'

/** The newest articles, of which the timeline is made; no page could print what more would say. */
const ARTICLES_READ = 150
const ARTICLES_SHOWN = 24

/**
 * The running story at a slug, told in an order; undefined when none is published there.
 * @throws ContentError when the story does not keep its schema, ContentUnreachable without an answer.
 */
export const getStory = cache(async (slug: string, order: TimelineOrder): Promise<Story | undefined> => {
  const id = await loadIdBySlug('story', slug)
  const stored = id === undefined ? undefined : await loadSubject(stories, id)
  if (id === undefined || stored === undefined) return undefined
  const ids = await loadIds(articlesOfStory, { id, limit: ARTICLES_READ }, [tags.articlesOf('story', id)])
  const shown = [...new Set([...stored.pinned, ...ids])].slice(0, ARTICLES_SHOWN)
  const [points, articles, countries] = await Promise.all([
    loadStoryPoints(ids),
    loadTeasers(shown),
    loadDocuments(countryNames, stored.countries),
  ])
  return toStory(stored, order, { points, articles, countries })
})
