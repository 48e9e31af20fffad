import type { Words } from '../../lib/format/words/wordsFor.ts'
import styles from './Notice.module.css'
import { Onward } from './Onward.tsx'

/** What a reader meets at an address that leads nowhere. */
export const NotFound = ({ words }: { words: Words }) => (
  <main id="main" className={styles.notice}>
    <p className={styles.label}>{words.notice.missing.label}</p>
    <h1 className={styles.heading}>{words.notice.missing.heading}</h1>
    <p className={styles.text}>{words.notice.missing.explanation}</p>
    <Onward words={words} />
  </main>
)
