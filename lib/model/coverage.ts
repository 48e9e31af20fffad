/** How much was written about a country, month by month, oldest first. `month` is `2023-09`. */
export interface Coverage {
  months: { month: string; articles: number }[]
}

const MONTHS_SHOWN = 24
/** Months without news at its end after which a chart ends with the news instead. */
const MONTHS_BORNE = 12

/**
 * The months of a coverage chart, oldest first, and the one after the last: two years up to now, or up to the newest
 * article where that is long ago, so that a chart is never empty for want of news.
 */
export const monthsOfChart = (newest: string, now: Date): string[] => {
  const last = new Date(newest)
  const recent = monthsBetween(last, now) < MONTHS_BORNE ? now : last
  return Array.from({ length: MONTHS_SHOWN + 1 }, (_, index) => monthOf(recent, index - MONTHS_SHOWN + 1))
}

/** The first moment of a month, in ISO 8601, UTC. */
export const startOfMonth = (month: string) => `${month}-01T00:00:00.000Z`

const monthOf = (date: Date, distance: number): string =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + distance)).toISOString().slice(0, 7)

const monthsBetween = (earlier: Date, later: Date) =>
  (later.getUTCFullYear() - earlier.getUTCFullYear()) * 12 + later.getUTCMonth() - earlier.getUTCMonth()
