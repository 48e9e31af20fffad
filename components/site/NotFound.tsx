import type { Words } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import styles from './Notice.module.css'

/** What a reader meets at an address that leads nowhere. */
export const NotFound = ({ words: { notice } }: { words: Words }) => (
  <main id="main" className={styles.notice}>
    <p className={styles.label}>{notice.missing.label}</p>
    <h1 className={styles.heading}>{notice.missing.heading}</h1>
    <p className={styles.text}>{notice.missing.explanation}</p>
    <ul className={styles.text}>
      <li>
        <a href={routes.front()}>{notice.frontPage}</a>
      </li>
      <li>
        <a href={routes.countries()}>{notice.countries}</a>
      </li>
    </ul>
  </main>
)
