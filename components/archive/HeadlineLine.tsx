import { formatHour, formatMoment } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Headline } from '../../lib/model/archive.ts'
import { DateText } from '../text/DateText.tsx'
import { HeadlineText } from '../text/HeadlineText.tsx'
import styles from './HeadlineLine.module.css'

/** An article as one line: when, what, and from which desk. */
export const HeadlineLine = ({ headline, words }: { headline: Headline; words: Words }) => (
  <article
    className={styles.line}
    lang={headline.language}
    dir={headline.direction}
    data-accent={headline.category.accent}
  >
    <DateText
      className={styles.time}
      at={headline.firstPublishedAt}
      text={formatHour(headline.firstPublishedAt, words)}
      title={formatMoment(headline.firstPublishedAt, words)}
      words={words}
    />
    <h3 className={styles.headline}>
      <a href={headline.href}>
        <HeadlineText text={headline.headline} />
      </a>
    </h3>
    <p className={styles.label}>{headline.kicker ?? headline.category.label}</p>
  </article>
)
