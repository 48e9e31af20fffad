import { formatMoment, formatPartialDate } from '../../lib/format/dates.ts'
import type { Instant } from '../../lib/model/common.ts'
import { DateText } from './DateText.tsx'
import styles from './PublishedTime.module.css'

/** The day of publication; the minute is in the title. Pages are kept for hours, so nothing relative is printed. */
export const PublishedTime = ({ at }: { at: Instant }) => (
  <DateText
    className={styles.time}
    at={at}
    words={formatPartialDate(at.slice(0, 10))}
    title={formatMoment(at)}
  />
)
