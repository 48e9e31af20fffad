import type { Instant, PartialDate } from '../model/common.ts'
import type { Words } from './words/wordsFor.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The date and time of publication: "Tuesday 19 September 2023, 14:05 UTC". */
export const formatDateline = (at: Instant, words: Words): string => {
  const date = new Date(at)
  return words.date.moment(formatWeekday(date, words), formatClock(date, words))
}

/** A moment in the short form that stands beside an update: "20 September 2023, 09:10 UTC". */
export const formatMoment = (at: Instant, words: Words): string => {
  const date = new Date(at)
  return words.date.moment(formatDay(date, words), formatClock(date, words))
}

/** The hour alone, for a list that has the day above it: "09:10 UTC". */
export const formatHour = (at: Instant, words: Words): string => formatClock(new Date(at), words)

/** A day as the heading of a list: "Tuesday 19 September 2023". `day` is `2023-09-19`. */
export const formatDayHeading = (day: string, words: Words): string =>
  formatWeekday(new Date(`${day}T00:00:00Z`), words)

/** A date as far as it is known: "2023", "September 2023", "19 September 2023". */
export const formatPartialDate = (date: PartialDate, words: Words): string => {
  const [year = '', month, day] = date.split('-')
  if (month === undefined) return year
  const name = words.date.months[Number(month) - 1] ?? ''
  return day === undefined ? `${name} ${year}` : words.date.day(Number(day), name, year)
}

/** A date at the head of a line: "September 2023", with a capital in languages that write months without one. */
export const formatDateHeading = (date: PartialDate, words: Words): string => {
  const text = formatPartialDate(date, words)
  return `${text.charAt(0).toLocaleUpperCase(words.language)}${text.slice(1)}`
}

/** Whether a date is known to the day. */
export const isExactDay = (date: PartialDate): boolean => date.split('-').length === 3

/** "now", "12 min" or "2 h" under a day; the day itself after that and for a time to come: "19 September 2023". */
export const formatAge = (at: Instant, now: Date, words: Words): string => {
  const date = new Date(at)
  const age = now.getTime() - date.getTime()
  if (age < 0 || age >= 24 * HOUR) return formatDay(date, words)
  if (age < MINUTE) return words.date.now
  return age < HOUR
    ? words.date.minutesAgo(Math.floor(age / MINUTE))
    : words.date.hoursAgo(Math.floor(age / HOUR))
}

const formatDay = (date: Date, words: Words) => formatPartialDate(date.toISOString().slice(0, 10), words)

const formatWeekday = (date: Date, words: Words) =>
  `${words.date.weekdays[date.getUTCDay()]} ${formatDay(date, words)}`

const formatClock = (date: Date, words: Words) => {
  const [hour = '', minute = ''] = date.toISOString().slice(11, 16).split(':')
  return words.date.clock(hour, minute)
}
