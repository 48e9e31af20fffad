import type { Instant } from './common.ts'
import type { Day } from './river.ts'

/** What was published, by day (UTC), in the order given. */
export const byDay = <T extends { firstPublishedAt: Instant }>(teasers: T[]): Day<T>[] => {
  const dayOf = ({ firstPublishedAt }: T) => firstPublishedAt.slice(0, 10)
  const days = [...new Set(teasers.map(dayOf))]
  return days.map((day) => ({ day, teasers: teasers.filter((teaser) => dayOf(teaser) === day) }))
}
