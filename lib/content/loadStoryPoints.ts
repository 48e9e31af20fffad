import { articlesWithPoints } from '../../sanity/queries/countryPoints.ts'
import { mentioned } from '../../sanity/queries/mentioned.ts'
import type { StoryPoint } from '../model/story.ts'
import { mentionsIn } from '../model/toRichText.ts'
import { toStoryPoints } from '../model/toTimeline.ts'
import { inOrder, loadDocuments } from './loadDocuments.ts'

/** The dated key points of articles, by id, the last day first. */
export const loadStoryPoints = async (ids: string[]): Promise<StoryPoint[]> => {
  const articles = inOrder(ids, await loadDocuments(articlesWithPoints, ids))
  const texts = articles.flatMap(({ sections }) =>
    sections.flatMap(({ points }) => points.filter(({ asOf }) => asOf !== undefined).map(({ text }) => text)),
  )
  return toStoryPoints(articles, await loadDocuments(mentioned, texts.flatMap(mentionsIn)))
}
