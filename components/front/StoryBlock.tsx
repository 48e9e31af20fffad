import { formatDateHeading } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { FrontBlock } from '../../lib/model/front.ts'
import { PointStanding } from '../keyPoints/PointStanding.tsx'
import { Teaser } from '../teaser/Teaser.tsx'
import { DateText } from '../text/DateText.tsx'
import { InlineText } from '../text/RichText.tsx'
import { BriefList } from './BriefList.tsx'
import styles from './StoryBlock.module.css'

interface Props {
  block: FrontBlock
  words: Words
}

/** A running story: the last dated points on a line, and its newest articles beside. */
export const StoryBlock = ({ block, words }: Props) => {
  const [first, ...rest] = block.teasers
  return (
    <div className={styles.story}>
      <div className={styles.timeline}>
        <ol className={styles.points}>
          {block.points.map((point, index) => (
            <li key={point.href} className={styles.point}>
              {block.points[index - 1]?.asOf !== point.asOf && (
                <DateText
                  className={styles.date}
                  at={point.asOf}
                  text={formatDateHeading(point.asOf, words)}
                  words={words}
                />
              )}
              <div className={styles.words} lang={point.language} dir={point.direction}>
                <a className={styles.text} href={point.href}>
                  <InlineText text={point.text.map((each) => ({ ...each, markDefs: [] }))} />
                </a>
                <PointStanding
                  standing={point.standing}
                  attribution={point.attribution}
                  asOf={undefined}
                  words={words}
                />
              </div>
            </li>
          ))}
        </ol>
        {block.href && (
          <p className={styles.whole}>
            <a href={block.href}>{words.story.wholeStory}</a>
          </p>
        )}
      </div>
      <div className={styles.articles}>
        {first && <Teaser teaser={first} rank="standard" words={words} />}
        {rest.length > 0 && <BriefList teasers={rest} words={words} />}
      </div>
    </div>
  )
}
