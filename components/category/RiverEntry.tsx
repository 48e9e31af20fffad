import { formatHour, formatMoment } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Teaser } from '../../lib/model/teaser.ts'
import { Kicker } from '../teaser/Kicker.tsx'
import { TeaserPicture } from '../teaser/TeaserPicture.tsx'
import { DateText } from '../text/DateText.tsx'
import styles from './RiverEntry.module.css'

const SIZES = '(min-width: 64rem) 212px, (min-width: 40rem) 12rem, 7rem'

/** A line of the river: words first, the picture at the side. */
export const RiverEntry = ({ teaser, words }: { teaser: Teaser; words: Words }) => (
  <article
    className={styles.entry}
    data-accent={teaser.category.accent}
    lang={teaser.language}
    dir={teaser.direction}
  >
    <div className={styles.words}>
      {teaser.kicker && <Kicker teaser={teaser} />}
      <h3 className={styles.headline}>
        <a href={teaser.href}>{teaser.headline}</a>
      </h3>
      <p className={styles.standfirst}>{teaser.standfirst}</p>
      <DateText
        className={styles.time}
        at={teaser.firstPublishedAt}
        text={formatHour(teaser.firstPublishedAt, words)}
        title={formatMoment(teaser.firstPublishedAt, words)}
        words={words}
      />
    </div>
    {teaser.picture && <TeaserPicture picture={teaser.picture} href={teaser.href} sizes={SIZES} />}
  </article>
)
