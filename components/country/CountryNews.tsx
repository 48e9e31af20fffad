import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CountryKeyPoint } from '../../lib/model/country.ts'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { PointStanding } from '../keyPoints/PointStanding.tsx'
import { InlineText } from '../text/RichText.tsx'
import styles from './CountryNews.module.css'

/** What is reported of a country, point by point, each with the article it stands in. */
export const CountryNews = ({ points, words }: { points: CountryKeyPoint[]; words: Words }) => (
  <section className={styles.news} aria-labelledby="in-the-news">
    <BlockHeading id="in-the-news" title={words.country.inTheNews} />
    <ol className={styles.points}>
      {points.map((point) => (
        <li
          key={point.href}
          className={styles.point}
          data-standing={point.standing}
          lang={point.language}
          dir={point.direction}
        >
          <p className={styles.text}>
            <InlineText text={point.text} />
          </p>
          <PointStanding
            standing={point.standing}
            attribution={point.attribution}
            asOf={point.asOf}
            words={words}
          />
          <p className={styles.article}>
            <a href={point.href}>{point.article.label}</a>
          </p>
        </li>
      ))}
    </ol>
  </section>
)
