import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { KeyPoint as KeyPointView } from '../../lib/model/article.ts'
import { InlineText } from '../text/RichText.tsx'
import styles from './KeyPoint.module.css'
import { PointStanding } from './PointStanding.tsx'
import { SourceNumbers } from './SourceNumbers.tsx'

/** One point, at its own address: `#<key>`. Its marker is hollow until the point is confirmed. */
export const KeyPoint = ({ point, words }: { point: KeyPointView; words: Words }) => (
  <li id={point.key} className={styles.point} data-standing={point.standing} suppressHydrationWarning>
    <p className={styles.text}>
      <InlineText text={point.text} />
      <SourceNumbers numbers={point.sourceNumbers} words={words} />
      <a
        className={styles.mark}
        href={`#${point.key}`}
        aria-label={words.keyPoint.link}
        lang={words.language}
        data-copy=""
        data-print="no"
      >
        #
      </a>
    </p>
    <PointStanding
      standing={point.standing}
      attribution={point.attribution}
      asOf={point.asOf}
      words={words}
    />
  </li>
)
