import { formatDateHeading } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { TimelineEntry } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import styles from './DatedEvents.module.css'

/** Events in the order given, each behind its date. */
export const DatedEvents = ({ events, words }: { events: TimelineEntry[]; words: Words }) => (
  <ol className={styles.events}>
    {events.map(({ key, date, text }) => (
      <li key={key} className={styles.event}>
        <DateText at={date} text={formatDateHeading(date, words)} words={words} />
        <p>{text}</p>
      </li>
    ))}
  </ol>
)
