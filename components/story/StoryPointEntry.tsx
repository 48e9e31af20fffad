import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { StoryPoint } from '../../lib/model/story.ts'
import { PointStanding } from '../keyPoints/PointStanding.tsx'
import { InlineText } from '../text/RichText.tsx'
import styles from './StoryPointEntry.module.css'

interface Props {
  point: StoryPoint
  words: Words
}

/** A dated point, how sure it is and who says it, and the article in which it stands. */
export const StoryPointEntry = ({ point, words }: Props) => (
  <div lang={point.language} dir={point.direction}>
    <p className={styles.text}>
      <InlineText text={point.text} />
    </p>
    <PointStanding standing={point.standing} attribution={point.attribution} asOf={undefined} words={words} />
    <p className={styles.article}>
      <a href={point.href}>{point.article.label}</a>
    </p>
  </div>
)
