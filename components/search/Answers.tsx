import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { NamedPage } from '../../lib/model/search.ts'
import styles from './Answers.module.css'

interface Props {
  answers: NamedPage[]
  words: Words
}

/** Pages whose name was asked for, before the articles. */
export const Answers = ({ answers, words }: Props) =>
  answers.length > 0 && (
    <ul className={styles.answers}>
      {answers.map(({ kind, label, href }) => (
        <li key={href} className={styles.answer}>
          <a href={href}>{words.search.answers[kind](label)}</a>
        </li>
      ))}
    </ul>
  )
