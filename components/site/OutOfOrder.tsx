import type { Words } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import styles from './Notice.module.css'

/** What a reader meets when a page could not be made. */
export const OutOfOrder = ({ words: { notice } }: { words: Words }) => (
  <main className={styles.notice}>
    <p className={styles.label}>{notice.failed.label}</p>
    <h1 className={styles.heading}>{notice.failed.heading}</h1>
    <p className={styles.text}>
      {notice.failed.explanation} <a href={routes.front()}>{notice.frontPage}</a>
    </p>
  </main>
)
