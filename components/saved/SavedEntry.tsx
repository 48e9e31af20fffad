import type { Words } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './SavedPage.module.css'

/** What a saved article looks like; the browser makes one of it for each. */
export const SavedEntry = ({ words }: { words: Words }) => (
  <li className={styles.entry} data-part="pattern">
    <p className={styles.label} data-text="label" />
    <h2 className={styles.headline}>
      <a data-text="headline" href={routes.saved()}>
        {words.reader.savedPage.heading}
      </a>
    </h2>
    <p className={styles.standfirst} data-text="standfirst" />
    <button type="button" className={styles.button}>
      <InterfaceText words={words}>{words.reader.savedPage.remove}</InterfaceText>
    </button>
  </li>
)
