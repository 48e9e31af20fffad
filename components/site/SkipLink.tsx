import type { Words } from '../../lib/format/words/wordsFor.ts'
import styles from './SkipLink.module.css'

export const SkipLink = ({ words }: { words: Words }) => (
  <a className={styles.skip} href="#main" data-print="no">
    {words.site.skipToContent}
  </a>
)
