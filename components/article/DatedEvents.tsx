import { formatPartialDate } from '../../lib/format/dates.ts'
import type { TimelineEntry } from '../../lib/model/article.ts'
import styles from './DatedEvents.module.css'

/** Events in the order given, each behind its date. */
export const DatedEvents = ({ events }: { events: TimelineEntry[] }) => (
  <ol className={styles.events}>
    {events.map(({ key, date, text }) => (
      <li key={key}>
        <time dateTime={date}>{formatPartialDate(date)}</time>
        <p>{text}</p>
      </li>
    ))}
  </ol>
)
