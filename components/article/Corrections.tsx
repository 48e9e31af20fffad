import { formatMoment } from '../../lib/format/dates.ts'
import type { Correction } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import styles from './Notes.module.css'

const NAMES: Record<Correction['kind'], string> = {
  correction: 'Correction',
  clarification: 'Clarification',
  update: 'Update',
}

/** What was changed after publication, and when; nothing is printed when nothing was. */
export const Corrections = ({ corrections }: { corrections: Correction[] }) =>
  corrections.length > 0 && (
    <section className={styles.notes} aria-labelledby="what-changed">
      <h2 id="what-changed" className={styles.heading}>
        What changed
      </h2>
      <ul className={styles.list}>
        {corrections.map(({ key, kind, text, at }) => (
          <li key={key}>
            <strong>{NAMES[kind]}</strong>, <DateText at={at} words={formatMoment(at)} />: {text}
          </li>
        ))}
      </ul>
    </section>
  )
