import { homeLink } from '../../lib/format/placeLinks.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import styles from './Breadcrumb.module.css'

interface Props {
  links: Link[]
  words: Words
}

/** The way back up, from the front page to the page's parent. */
export const Breadcrumb = ({ links, words }: Props) => (
  <nav aria-label={words.site.breadcrumb} data-part="trail" data-print="no">
    <ol className={styles.trail}>
      {[homeLink(words), ...links].map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
)
