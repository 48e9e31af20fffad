import type { StoredCountryName } from '../../sanity/queries/countries.ts'
import type { StoredStory } from '../../sanity/queries/stories.ts'
import { routes } from '../routes.ts'
import type { Story, StoryPoint, StorySummary, TimelineOrder } from './story.ts'
import type { Teaser } from './teaser.ts'
import { toCountryName } from './toCountryName.ts'
import { toTimeline } from './toTimeline.ts'

const POINTS_SHOWN = 250

type Countries = ReadonlyMap<string, StoredCountryName>

/** A story's page. `points` are those of its articles, newest first; `articles` in the order in which they are shown. */
export const toStory = (
  stored: StoredStory,
  order: TimelineOrder,
  { points, articles, countries }: { points: StoryPoint[]; articles: Teaser[]; countries: Countries },
): Story => ({
  revision: stored._rev,
  story: { label: stored.title, href: routes.story(stored.slug) },
  fromStartHref: routes.storyFromStart(stored.slug),
  order,
  summary: stored.summary,
  countries: countriesOf(stored, countries),
  days: toTimeline(points, order, POINTS_SHOWN),
  isCut: points.length > POINTS_SHOWN,
  articles,
})

export interface Moves {
  newest: Teaser | undefined
  total: number
}

/** All stories: those that are kept on top, then by when each last moved. */
export const toStorySummaries = (
  stored: StoredStory[],
  moves: ReadonlyMap<string, Moves>,
  countries: Countries,
): StorySummary[] => {
  const movedAt = ({ _id }: StoredStory) => moves.get(_id)?.newest?.firstPublishedAt ?? ''
  const onTop = ({ keepOnTop }: StoredStory) => Number(keepOnTop ?? false)
  return [...stored]
    .sort((a, b) => onTop(b) - onTop(a) || movedAt(b).localeCompare(movedAt(a)) || byTitle(a, b))
    .map((story) => ({
      id: story._id,
      story: { label: story.title, href: routes.story(story.slug) },
      summary: story.summary,
      countries: countriesOf(story, countries),
      articleCount: moves.get(story._id)?.total ?? 0,
      newest: moves.get(story._id)?.newest,
    }))
}

const byTitle = (a: StoredStory, b: StoredStory) => a.title.localeCompare(b.title, 'en')

const countriesOf = ({ countries: ids }: StoredStory, countries: Countries) =>
  ids.flatMap((id) => {
    const country = countries.get(id)
    return country === undefined ? [] : [toCountryName(country)]
  })
