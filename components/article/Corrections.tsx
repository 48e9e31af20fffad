import { formatMoment } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Correction } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './Notes.module.css'

interface Props {
  corrections: Correction[]
  words: Words
}

/** What was changed after publication, and when; nothing is printed when nothing was. */
export const Corrections = ({ corrections, words }: Props) =>
  corrections.length > 0 && (
    <section className={styles.notes} aria-labelledby="what-changed">
      <h2 id="what-changed" className={styles.heading}>
        <InterfaceText words={words}>{words.article.whatChanged}</InterfaceText>
      </h2>
      <ul className={styles.list}>
        {corrections.map(({ key, kind, text, at }) => (
          <li key={key}>
            <InterfaceText words={words}>
              <strong>{words.article.corrections[kind]}</strong>,{' '}
              <DateText at={at} text={formatMoment(at, words)} words={words} />
              {words.article.colon}
            </InterfaceText>{' '}
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
