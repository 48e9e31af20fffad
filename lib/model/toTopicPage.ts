import type { StoredTopic } from '../../sanity/queries/topics.ts'
import { routes } from '../routes.ts'
import { byDay } from './byDay.ts'
import type { TopicPage } from './river.ts'
import type { Teaser } from './teaser.ts'

/** A topic with one page of its articles. */
export const toTopicPage = (
  topic: StoredTopic,
  { teasers, page, pageCount }: { teasers: Teaser[]; page: number; pageCount: number },
): TopicPage => ({
  revision: topic._rev,
  topic: { label: topic.title, href: routes.topic(topic.slug) },
  description: topic.description,
  days: byDay(teasers),
  page,
  pageCount,
})
