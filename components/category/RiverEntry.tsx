import { formatMoment } from '../../lib/format/dates.ts'
import type { Teaser } from '../../lib/model/teaser.ts'
import { Kicker } from '../teaser/Kicker.tsx'
import { TeaserPicture } from '../teaser/TeaserPicture.tsx'
import { DateText } from '../text/DateText.tsx'
import styles from './RiverEntry.module.css'

const SIZES = '(min-width: 64rem) 212px, (min-width: 40rem) 12rem, 7rem'

/** A line of the river: words first, the picture at the side. */
export const RiverEntry = ({ teaser }: { teaser: Teaser }) => (
  <article className={styles.entry} lang={teaser.language} dir={teaser.direction}>
    <div className={styles.words}>
      {teaser.kicker && <Kicker teaser={teaser} />}
      <h3 className={styles.headline}>
        <a href={teaser.href}>{teaser.headline}</a>
      </h3>
      <p className={styles.standfirst}>{teaser.standfirst}</p>
      <DateText
        className={styles.time}
        at={teaser.firstPublishedAt}
        words={`${teaser.firstPublishedAt.slice(11, 16)} UTC`}
        title={formatMoment(teaser.firstPublishedAt)}
      />
    </div>
    {teaser.picture && <TeaserPicture picture={teaser.picture} href={teaser.href} sizes={SIZES} />}
  </article>
)
