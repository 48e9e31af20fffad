import { formatDateHeading } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { StoryDay } from '../../lib/model/story.ts'
import { DateText } from '../text/DateText.tsx'
import { StoryPointEntry } from './StoryPointEntry.tsx'
import styles from './StoryTimeline.module.css'

interface Props {
  days: StoryDay[]
  words: Words
}

/** Dated points by day, down a line. */
export const StoryTimeline = ({ days, words }: Props) => (
  <ol className={styles.timeline}>
    {days.map(({ date, points }) => (
      <li key={date} className={styles.day}>
        <h3 className={styles.date}>
          <DateText at={date} text={formatDateHeading(date, words)} words={words} />
        </h3>
        <ul className={styles.points}>
          {points.map((point, index) => (
            <li key={point.href}>
              <StoryPointEntry
                point={point}
                goesOn={points[index + 1]?.article.href === point.article.href}
                words={words}
              />
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ol>
)
