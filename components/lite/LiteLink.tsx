import type { Words } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import styles from './LiteLink.module.css'

/** Below a page: the way to the same page without pictures and script. */
export const LiteLink = ({ href, words }: { href: string; words: Words }) => (
  <aside className={styles.link} lang={words.language} aria-label={words.feed.liteVersion} data-print="no">
    <a href={routes.lite(href)} rel="nofollow">
      {words.feed.liteVersion}
    </a>
  </aside>
)
