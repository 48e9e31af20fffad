import type { Teaser } from '../../lib/model/teaser.ts'
import { PublishedTime } from '../text/PublishedTime.tsx'
import styles from './Latest.module.css'

/** The newest articles, with their times down the side. */
export const Latest = ({ teasers }: { teasers: Teaser[] }) => (
  <section aria-labelledby="latest">
    <h2 id="latest" className={styles.heading}>
      Latest
    </h2>
    <ol className={styles.list}>
      {teasers.map((teaser) => (
        <li key={teaser.id} className={styles.entry} lang={teaser.language} dir={teaser.direction}>
          <PublishedTime at={teaser.firstPublishedAt} />
          <h3 className={styles.headline}>
            <a href={teaser.href}>{teaser.headline}</a>
          </h3>
        </li>
      ))}
    </ol>
  </section>
)
