import type { StoredTimelineEntry } from '../../sanity/queries/parts/sections.ts'
import type { TimelineEntry } from './article.ts'

export const toTimelineEntry = ({ _key, date, text }: StoredTimelineEntry): TimelineEntry => ({
  key: _key,
  date,
  text,
})
