import { cache } from 'react'
import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { allNames, newestHeadlines, newestSubjects } from '../../sanity/queries/names.ts'
import { tags } from '../freshness/tags.ts'

/** Every country, category, topic, story and author by name. */
export const loadNames = cache(() => fetchParsed(allNames, {}, { tags: [tags.names()] }))

/** The headlines of the newest articles. */
export const loadHeadlines = cache(() => fetchParsed(newestHeadlines, {}, { tags: [tags.latest()] }))

/** What the newest articles are about. */
export const loadSubjects = cache(() => fetchParsed(newestSubjects, {}, { tags: [tags.latest()] }))
