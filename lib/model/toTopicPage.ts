import type { StoredTopic } from '../../sanity/queries/topics.ts'
import { routes } from '../routes.ts'
import { byDay } from './byDay.ts'
import type { ListedPage, TopicPage } from './river.ts'

/** A topic with one page of its articles. */
export const toTopicPage = (topic: StoredTopic, { teasers, ...place }: ListedPage): TopicPage => ({
  revision: topic._rev,
  topic: { label: topic.title, href: routes.topic(topic.slug) },
  description: topic.description,
  days: byDay(teasers),
  ...place,
})
