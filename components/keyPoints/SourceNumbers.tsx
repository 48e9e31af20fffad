import type { Words } from '../../lib/format/words/wordsFor.ts'
import styles from './SourceNumbers.module.css'

/** Superior figures that lead to the ledger of sources at the article's end. */
export const SourceNumbers = ({ numbers, words }: { numbers: number[]; words: Words }) =>
  numbers.length > 0 && (
    <sup className={styles.numbers}>
      {numbers.map((number) => (
        <a
          key={number}
          href={`#source-${number}`}
          aria-label={words.keyPoint.source(number)}
          lang={words.language}
        >
          {number}
        </a>
      ))}
    </sup>
  )
