import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { StoryPoint } from '../../lib/model/story.ts'
import { PointStanding } from '../keyPoints/PointStanding.tsx'
import { InlineText } from '../text/RichText.tsx'
import styles from './StoryPointEntry.module.css'

interface Props {
  point: StoryPoint
  /** Whether the next point is from the same article, which is then named once for both. */
  goesOn: boolean
  words: Words
}

/** A dated point, how sure it is and who says it, and its place in the article that it comes from. */
export const StoryPointEntry = ({ point, goesOn, words }: Props) => (
  <div lang={point.language} dir={point.direction}>
    <p className={styles.text}>
      <InlineText text={point.text} />
      {goesOn && (
        <>
          {'\u00a0'}
          <a className={styles.mark} href={point.href} aria-label={point.article.label}>
            #
          </a>
        </>
      )}
    </p>
    <PointStanding standing={point.standing} attribution={point.attribution} asOf={undefined} words={words} />
    {!goesOn && (
      <p className={styles.article}>
        <a href={point.href}>{point.article.label}</a>
      </p>
    )}
  </div>
)
