import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Teaser } from '../../lib/model/teaser.ts'
import { PublishedTime } from '../text/PublishedTime.tsx'
import styles from './Latest.module.css'

/** The newest articles, with their times down the side. */
export const Latest = ({ teasers, words }: { teasers: Teaser[]; words: Words }) => (
  <section aria-labelledby="latest">
    <h2 id="latest" className={styles.heading}>
      {words.browse.latest}
    </h2>
    <ol className={styles.list}>
      {teasers.map((teaser) => (
        <li key={teaser.id} className={styles.entry} lang={teaser.language} dir={teaser.direction}>
          <PublishedTime at={teaser.firstPublishedAt} words={words} />
          <h3 className={styles.headline}>
            <a href={teaser.href}>{teaser.headline}</a>
          </h3>
        </li>
      ))}
    </ol>
  </section>
)
