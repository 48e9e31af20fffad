import type { Instant, PartialDate } from '../model/common.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The date and time of publication: "Tuesday 19 September 2023, 14:05 UTC". */
export const formatDateline = (at: Instant): string => {
  const date = new Date(at)
  return `${DAYS[date.getUTCDay()]} ${formatDay(date)}, ${formatClock(date)} UTC`
}

/** A moment in the short form that stands beside an update: "20 September 2023, 09:10 UTC". */
export const formatMoment = (at: Instant): string => {
  const date = new Date(at)
  return `${formatDay(date)}, ${formatClock(date)} UTC`
}

/** A day as the heading of a list: "Tuesday 19 September 2023". `day` is `2023-09-19`. */
export const formatDayHeading = (day: string): string => {
  const date = new Date(`${day}T00:00:00Z`)
  return `${DAYS[date.getUTCDay()]} ${formatDay(date)}`
}

/** A date as far as it is known: "2023", "September 2023", "19 September 2023". */
export const formatPartialDate = (date: PartialDate): string => {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const name = MONTHS[Number(month) - 1] ?? ''
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** "now", "12 min" or "2 h" under a day; the day itself after that and for a time to come: "19 September 2023". */
export const formatAge = (at: Instant, now: Date): string => {
  const date = new Date(at)
  const age = now.getTime() - date.getTime()
  if (age < 0 || age >= 24 * HOUR) return formatDay(date)
  if (age < MINUTE) return 'now'
  return age < HOUR ? `${Math.floor(age / MINUTE)} min` : `${Math.floor(age / HOUR)} h`
}

const formatDay = (date: Date) =>
  `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`

const formatClock = (date: Date) => date.toISOString().slice(11, 16)
