import { formatPartialDate } from '../../lib/format/dates.ts'
import type { TimelineEntry } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import styles from './DatedEvents.module.css'

/** Events in the order given, each behind its date. */
export const DatedEvents = ({ events }: { events: TimelineEntry[] }) => (
  <ol className={styles.events}>
    {events.map(({ key, date, text }) => (
      <li key={key}>
        <DateText at={date} words={formatPartialDate(date)} />
        <p>{text}</p>
      </li>
    ))}
  </ol>
)
