import { formatPartialDate } from '../format/dates.ts'
import type { Words } from '../format/words/wordsFor.ts'
import type { CardTimeline } from './card.ts'
import type { PartialDate } from './common.ts'

/** A month or a year alone counts from its first day. */
const timeOf = (date: PartialDate) => Date.parse(date)

/** The dates of a story, in no particular order; undefined where they do not make a line. */
export const toCardTimeline = (dates: PartialDate[], words: Words): CardTimeline | undefined => {
  const inOrder = [...dates].sort((one, other) => timeOf(one) - timeOf(other))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (first === undefined || last === undefined || timeOf(first) === timeOf(last)) return undefined
  const span = timeOf(last) - timeOf(first)
  return {
    points: inOrder.map((date) => (timeOf(date) - timeOf(first)) / span),
    first: formatPartialDate(first, words),
    last: formatPartialDate(last, words),
  }
}
