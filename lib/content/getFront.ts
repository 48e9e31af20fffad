import { cache } from 'react'
import {
  articlesOfCategory,
  articlesOfCountry,
  articlesOfStory,
  articlesOfTopic,
  latestArticles,
} from '../../sanity/queries/articleLists.ts'
import { countryNames } from '../../sanity/queries/countries.ts'
import { articlesWithPoints } from '../../sanity/queries/countryPoints.ts'
import { fronts, type StoredFront, type StoredFrontBlock } from '../../sanity/queries/front.ts'
import { labels } from '../../sanity/queries/labels.ts'
import { mentioned } from '../../sanity/queries/mentioned.ts'
import { teasers } from '../../sanity/queries/teasers.ts'
import { tags } from '../freshness/tags.ts'
import { arrangeFront, type FrontArrangement, type FrontChoices } from '../model/arrangeFront.ts'
import type { Front } from '../model/front.ts'
import { withThoseBelow } from '../model/toCategory.ts'
import { toFront } from '../model/toFront.ts'
import { mentionsIn } from '../model/toRichText.ts'
import { loadCategories, loadCategoriesWith } from './loadCategories.ts'
import { loadDocuments, loadIds, loadSubject } from './loadDocuments.ts'
import { loadStoryPoints } from './loadStoryPoints.ts'

const FRONT = 'front'
/** A newsroom that has not arranged its front yet: readers get the newest articles. */
const UNARRANGED: StoredFront = {
  _id: FRONT,
  _type: FRONT,
  _rev: 'unarranged',
  lead: undefined,
  secondary: [],
  blocks: [],
}
/** Enough of each list to fill its place when others have taken the first ones. */
const NEWEST = 30

/**
 * The front page: what its editor placed, and the newest articles where a rule decides.
 * @throws ContentError when the front does not keep its schema, ContentUnreachable without an answer.
 */
export const getFront = cache(async (): Promise<Front> => {
  const front = (await loadSubject(fronts, FRONT)) ?? UNARRANGED
  const choices = await loadChoices(front)
  const articles = await loadDocuments(teasers, idsIn(choices))
  const desks = await loadCategoriesWith([
    ...[...articles.values()].map(({ category }) => category),
    ...front.blocks.flatMap(({ category }) => category ?? []),
  ])
  const arrangement = arrangeFront(choices, (id) => desks.has(articles.get(id)?.category ?? ''))
  const shown = arrangement.blocks.flat().flatMap((id) => articles.get(id)?.countries ?? [])
  const [countries, labelled, storyPoints, lead] = await Promise.all([
    loadDocuments(countryNames, [...shown, ...front.blocks.flatMap(({ country }) => country ?? [])]),
    loadDocuments(
      labels,
      front.blocks.flatMap(({ story, topic }) => [story ?? [], topic ?? []].flat()),
    ),
    loadPointsOfBlocks(front, choices),
    loadLeadPoints(arrangement),
  ])
  return toFront(front, arrangement, {
    articles,
    categories: desks,
    countries,
    labels: labelled,
    storyPoints,
    ...lead,
  })
})

const loadChoices = async (front: StoredFront): Promise<FrontChoices> => {
  const [latest, ...newest] = await Promise.all([loadLatest(), ...front.blocks.map(loadNewest)])
  return {
    lead: front.lead,
    secondary: front.secondary,
    latest,
    blocks: front.blocks.map(({ layout, rule, articles }, index) => ({
      layout,
      handPicked: rule === 'handPicked' ? articles : [],
      newest: newest[index] ?? [],
    })),
  }
}

const idsIn = ({ lead, secondary, latest, blocks }: FrontChoices) => [
  ...(lead === undefined ? [] : [lead]),
  ...secondary,
  ...latest,
  ...blocks.flatMap(({ handPicked, newest }) => [...handPicked, ...newest]),
]

const loadLatest = () => loadIds(latestArticles, { limit: NEWEST }, [tags.latest()])

/** The newest articles that a block's rule allows; a rule whose subject nobody chose allows none. */
const loadNewest = async ({ rule, ...subjects }: StoredFrontBlock): Promise<string[]> => {
  if (rule === 'latest') return loadLatest()
  if (rule === 'handPicked') return []
  const id = subjects[rule]
  if (id === undefined) return []
  if (rule !== 'category')
    return loadIds(LIST_OF_RULE[rule], { id, limit: NEWEST }, [tags.articlesOf(rule, id)])
  const ids = withThoseBelow(id, await loadCategories())
  const lists = ids.map((each) => tags.articlesOf('category', each))
  return loadIds(articlesOfCategory, { ids, limit: NEWEST }, lists)
}

const LIST_OF_RULE = {
  country: articlesOfCountry,
  story: articlesOfStory,
  topic: articlesOfTopic,
}

const loadPointsOfBlocks = async (front: StoredFront, choices: FrontChoices) => {
  const timelines = front.blocks.map(async ({ _key, layout }, index) => {
    const newest = layout === 'story' ? (choices.blocks[index]?.newest ?? []) : []
    return [_key, await loadStoryPoints(newest)] as const
  })
  return new Map(await Promise.all(timelines))
}

const loadLeadPoints = async ({ lead }: FrontArrangement) => {
  const found = await loadDocuments(articlesWithPoints, lead === undefined ? [] : [lead])
  const leadPoints = lead === undefined ? undefined : found.get(lead)
  const texts = (leadPoints?.sections ?? []).flatMap(({ points }) => points.map(({ text }) => text))
  return { leadPoints, mentions: await loadDocuments(mentioned, texts.flatMap(mentionsIn)) }
}
