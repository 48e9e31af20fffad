import type { MarkedText } from '../../lib/model/search.ts'
import styles from './Marked.module.css'

/** A text in which what the reader asked for is marked. */
export const Marked = ({ text }: { text: MarkedText }) => {
  let place = 0
  return text.map((span) => {
    const key = place
    place += span.text.length
    return span.isMarked ? (
      <mark key={key} className={styles.mark}>
        {span.text}
      </mark>
    ) : (
      span.text
    )
  })
}
