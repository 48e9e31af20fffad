import { formatMoment, formatPartialDate } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Instant } from '../../lib/model/common.ts'
import { DateText } from './DateText.tsx'
import styles from './PublishedTime.module.css'

/** The day of publication; the minute is in the title. Pages are kept for hours, so nothing relative is printed. */
export const PublishedTime = ({ at, words }: { at: Instant; words: Words }) => (
  <DateText
    className={styles.time}
    at={at}
    text={formatPartialDate(at.slice(0, 10), words)}
    title={formatMoment(at, words)}
    words={words}
  />
)
