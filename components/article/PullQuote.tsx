import styles from './PullQuote.module.css'
import type { SectionOf } from './sectionOf.ts'

/** Words worth stopping at, and whose they are. */
export const PullQuote = ({ quote }: { quote: SectionOf<'pullQuote'> }) => (
  <figure className={styles.quote}>
    <blockquote className={styles.words}>
      <p>{quote.text}</p>
    </blockquote>
    {quote.attribution && <figcaption className={styles.attribution}>{quote.attribution}</figcaption>}
  </figure>
)
