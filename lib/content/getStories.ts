import { cache } from 'react'
import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { countryNames } from '../../sanity/queries/countries.ts'
import { allStories, movesOf, stories } from '../../sanity/queries/stories.ts'
import { tags } from '../freshness/tags.ts'
import type { StorySummary } from '../model/story.ts'
import { type Moves, toStorySummaries } from '../model/toStory.ts'
import { inChunks, inOrder, loadDocuments, loadIds } from './loadDocuments.ts'
import { loadTeasers } from './loadTeasers.ts'

const STORIES_A_FETCH = 25

/** Every running story, with when each last moved. */
export const getStories = cache(async (): Promise<StorySummary[]> => {
  const ids = await loadIds(allStories, {}, [tags.stories()])
  const stored = inOrder(ids, await loadDocuments(stories, ids))
  const [moves, countries] = await Promise.all([
    loadMoves(stored.map(({ _id }) => _id)),
    loadDocuments(
      countryNames,
      stored.flatMap((story) => story.countries),
    ),
  ])
  return toStorySummaries(stored, moves, countries)
})

const loadMoves = async (ids: string[]): Promise<Map<string, Moves>> => {
  const found = (await Promise.all(inChunks(ids, STORIES_A_FETCH).map(loadSome))).flat()
  const teasers = await loadTeasers(found.flatMap(({ newest }) => newest ?? []))
  const byId = new Map(teasers.map((teaser) => [teaser.id, teaser]))
  return new Map(
    found.map(({ id, newest, total }) => [
      id,
      { total, newest: newest === undefined ? undefined : byId.get(newest) },
    ]),
  )
}

const loadSome = async (ids: string[]) => {
  const params = Object.fromEntries(ids.map((id, index) => [`s${index}`, id]))
  const found = await fetchParsed(movesOf(ids.length), params, {
    tags: ids.map((id) => tags.articlesOf('story', id)),
  })
  return ids.map((id, index) => ({ id, newest: found[index]?.newest, total: found[index]?.total ?? 0 }))
}
