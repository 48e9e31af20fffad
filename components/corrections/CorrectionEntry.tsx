import { formatMoment } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { ArticleCorrection } from '../../lib/model/corrections.ts'
import { DateText } from '../text/DateText.tsx'
import styles from './CorrectionEntry.module.css'

interface Props {
  correction: ArticleCorrection
  words: Words
}

/** What kind of note and when, what it says, and the article that it stands under. */
export const CorrectionEntry = ({ correction, words }: Props) => (
  <article className={styles.entry}>
    <p className={styles.label}>
      <strong className={styles.kind}>{words.article.corrections[correction.kind]}</strong>
      <DateText at={correction.at} text={formatMoment(correction.at, words)} words={words} />
    </p>
    <div className={styles.words} lang={correction.language} dir={correction.direction}>
      <p className={styles.text}>{correction.text}</p>
      <p className={styles.article}>
        <a href={`${correction.article.href}#what-changed`}>{correction.article.label}</a>
      </p>
    </div>
  </article>
)
