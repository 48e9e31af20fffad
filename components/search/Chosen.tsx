import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { ChosenNarrowing, SearchNarrowing } from '../../lib/model/search.ts'
import styles from './Chosen.module.css'

interface Props {
  chosen: ChosenNarrowing[]
  since: SearchNarrowing['since']
  words: Words
}

/** What the search is narrowed to. Each is a link to the search without it. */
export const Chosen = ({ chosen, since, words }: Props) =>
  chosen.length > 0 && (
    <div className={styles.chosen} data-print="no">
      <span id="narrowed-to">{words.search.narrowedTo}</span>
      <ul aria-labelledby="narrowed-to" className={styles.list}>
        {chosen.map(({ kind, label, href }) => {
          const name = kind === 'since' && since ? words.search.periods[since] : label
          return (
            <li key={kind}>
              <a className={styles.narrowing} href={href} aria-label={words.search.takeBack(name)}>
                <bdi>{name}</bdi> <span aria-hidden="true">×</span>
              </a>
            </li>
          )
        })}
      </ul>
    </div>
  )
