import type { Words } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import styles from './OlderInArchive.module.css'

/** Where a list's last page leads on to. */
export const OlderInArchive = ({ words }: { words: Words }) => (
  <p className={styles.older} data-print="no">
    <a href={routes.archiveIndex()}>{words.browse.olderInArchive}</a>
  </p>
)
