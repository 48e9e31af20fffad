import styles from './SourceNumbers.module.css'

/** Superior figures that lead to the ledger of sources at the article's end. */
export const SourceNumbers = ({ numbers }: { numbers: number[] }) =>
  numbers.length > 0 && (
    <sup className={styles.numbers}>
      {numbers.map((number) => (
        <a key={number} href={`#source-${number}`} aria-label={`Source ${number}`}>
          {number}
        </a>
      ))}
    </sup>
  )
