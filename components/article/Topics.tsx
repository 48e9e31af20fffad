import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './Topics.module.css'

interface Props {
  topics: Link[]
  words: Words
}

/** What an article is about beyond its countries, each leading to all articles on it. */
export const Topics = ({ topics, words }: Props) =>
  topics.length > 0 && (
    <nav className={styles.topics} aria-label={words.browse.topics} data-print="no">
      <span className={styles.label}>
        <InterfaceText words={words}>{words.browse.topics}</InterfaceText>
      </span>
      <ul className={styles.list}>
        {topics.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
