import type { Metadata } from 'next'
import { wordsFor } from '../format/words/wordsFor.ts'
import type { Site } from '../model/front.ts'
import type { Relation } from '../model/relation.ts'
import type { Story } from '../model/story.ts'
import { routes } from '../routes.ts'
import { describe } from './metadata.ts'

export const storiesMetadata = (site: Site): Metadata => {
  const { stories, standfirst } = wordsFor(site.language).story
  return describe({ title: stories, description: standfirst, href: routes.stories() }, site)
}

/** Both orders tell the same story: to search engines the newest first is the page. */
export const storyMetadata = ({ story, order, summary, revision }: Story, site: Site): Metadata => {
  const title = order === 'newest' ? story.label : wordsFor(site.language).story.fromStart(story.label)
  return describe(
    { title, description: summary, href: story.href, revision, list: story, cardOf: story.href },
    site,
  )
}

export const relationMetadata = (
  { countries: [first, second], href, revision }: Relation,
  site: Site,
): Metadata => {
  const { relation } = wordsFor(site.language)
  const title = relation.heading(first.name, second.name)
  const description = relation.description(first.name, second.name)
  return describe({ title, description, href, revision, cardOf: href }, site)
}
