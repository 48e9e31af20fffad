import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './PartOf.module.css'

interface Props {
  story: Link
  words: Words
}

/** The running story that an article belongs to. */
export const PartOf = ({ story, words }: Props) => (
  <p className={styles.line}>
    <InterfaceText words={words}>{words.browse.partOf}</InterfaceText> <a href={story.href}>{story.label}</a>
  </p>
)
