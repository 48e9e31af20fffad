import { formatMoment, formatPartialDate } from '../../lib/format/dates.ts'
import type { Instant } from '../../lib/model/common.ts'
import styles from './PublishedTime.module.css'

/** The day of publication; the minute is in the title. Pages are kept for hours, so nothing relative is printed. */
export const PublishedTime = ({ at }: { at: Instant }) => (
  <time className={styles.time} dateTime={at} title={formatMoment(at)}>
    {formatPartialDate(at.slice(0, 10))}
  </time>
)
