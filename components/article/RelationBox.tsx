import { directionOf } from '../../lib/format/direction.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { RelationSummary } from '../../lib/model/article.ts'
import { Flag } from '../country/Flag.tsx'
import { DatedEvents } from './DatedEvents.tsx'
import styles from './RelationBox.module.css'

/** What two countries are to each other: a summary and the last dated events, in the language of the edition. */
export const RelationBox = ({ relation, words }: { relation: RelationSummary; words: Words }) => {
  const [first, second] = relation.countries
  const headingId = `between-${relation.id}`
  return (
    <section
      className={styles.box}
      aria-labelledby={headingId}
      lang={words.language}
      dir={directionOf(words.language)}
      data-print="whole"
    >
      <h2 id={headingId} className={styles.heading}>
        <span className={styles.country}>
          <Flag iso2={first.iso2} size="box" />
          <a href={first.href}>{first.name}</a>
        </span>
        <span className={styles.and}>{words.article.and}</span>
        <span className={styles.country}>
          <Flag iso2={second.iso2} size="box" />
          <a href={second.href}>{second.name}</a>
        </span>
      </h2>
      <p className={styles.summary}>{relation.summary}</p>
      {relation.events.length > 0 && <DatedEvents events={relation.events} words={words} />}
      <p className={styles.more}>
        <a href={relation.href}>{words.relation.more(first.name, second.name)}</a>
      </p>
    </section>
  )
}
