import { formatDayHeading } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CategoryPage } from '../../lib/model/front.ts'
import styles from './River.module.css'
import { RiverEntry } from './RiverEntry.tsx'

/** Articles by day, the newest day first. */
export const River = ({ days, words }: { days: CategoryPage['days']; words: Words }) => (
  <div className={styles.river}>
    {days.map(({ day, teasers }) => (
      <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
        <h2 id={`day-${day}`} className={styles.date}>
          {formatDayHeading(day, words)}
        </h2>
        <ul className={styles.entries}>
          {teasers.map((teaser) => (
            <li key={teaser.id}>
              <RiverEntry teaser={teaser} words={words} />
            </li>
          ))}
        </ul>
      </section>
    ))}
  </div>
)
