import { cache } from 'react'
import { pageOfTopic } from '../../sanity/queries/articleLists.ts'
import { topics } from '../../sanity/queries/topics.ts'
import { tags } from '../freshness/tags.ts'
import type { TopicPage } from '../model/river.ts'
import { toTopicPage } from '../model/toTopicPage.ts'
import { loadIdBySlug, loadSubject } from './loadDocuments.ts'
import { loadRiverPage } from './loadRiverPage.ts'

/**
 * Page `page` (from 1) of the topic at a slug; undefined when there is no such topic or page.
 * @throws ContentError when the topic does not keep its schema, ContentUnreachable without an answer.
 */
export const getTopicPage = cache(
  async (slug: string, page: number | undefined): Promise<TopicPage | undefined> => {
    const id = await loadIdBySlug('topic', slug)
    const topic = id === undefined ? undefined : await loadSubject(topics, id)
    if (id === undefined || topic === undefined) return undefined
    const river = await loadRiverPage(pageOfTopic, { id }, [tags.articlesOf('topic', id)], page)
    return river && toTopicPage(topic, river)
  },
)
