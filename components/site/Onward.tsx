import type { Words } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import styles from './Notice.module.css'

/** Where readers may go on from a page that has nothing for them. */
export const Onward = ({ words: { notice } }: { words: Words }) => (
  <ul className={styles.onward}>
    <li>
      <a href={routes.front()}>{notice.frontPage}</a>
    </li>
    <li>
      <a href={routes.countries()}>{notice.countries}</a>
    </li>
    <li>
      <a href={routes.search()}>{notice.search}</a>
    </li>
  </ul>
)
