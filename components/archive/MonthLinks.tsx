import { formatDateHeading } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { ArchiveMonth } from '../../lib/model/archive.ts'
import styles from './MonthLinks.module.css'

interface Props {
  archive: ArchiveMonth
  words: Words
}

/** The month before, the month after, and the months of the year between them. */
export const MonthLinks = ({ archive: { month, months, previous, next }, words }: Props) => (
  <nav className={styles.months} aria-label={words.browse.months(month.slice(0, 4))} data-print="no">
    {previous && (
      <a className={styles.step} href={previous.href} rel="prev">
        <span className={styles.direction}>{words.browse.previousMonth}</span>
        {formatDateHeading(previous.month, words)}
      </a>
    )}
    <ul className={styles.list}>
      {months.map((each) => (
        <li key={each.month}>
          <a
            href={each.href}
            aria-current={each.month === month ? 'page' : undefined}
            title={words.list.articles(each.articleCount)}
          >
            {words.date.months[Number(each.month.slice(5)) - 1]}
            <span className={styles.count} aria-hidden="true">
              {each.articleCount}
            </span>
          </a>
        </li>
      ))}
    </ul>
    {next && (
      <a className={`${styles.step} ${styles.next}`} href={next.href} rel="next">
        <span className={styles.direction}>{words.browse.nextMonth}</span>
        {formatDateHeading(next.month, words)}
      </a>
    )}
  </nav>
)
