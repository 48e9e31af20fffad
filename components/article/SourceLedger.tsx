import { formatPartialDate } from '../../lib/format/dates.ts'
import type { Source } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import styles from './Notes.module.css'

const SourceLine = ({ source }: { source: Source }) => {
  const title = source.title ?? source.url
  return (
    <li id={`source-${source.number}`} value={source.number}>
      <span className={styles.publisher}>{source.publisher}</span>
      {title && ': '}
      {source.url ? <a href={source.url}>{title}</a> : title}
      {source.date && (
        <>
          , <DateText at={source.date} words={formatPartialDate(source.date)} />
        </>
      )}
      {source.readOn && (
        <>
          {' '}
          (read <DateText at={source.readOn} words={formatPartialDate(source.readOn)} />)
        </>
      )}
    </li>
  )
}

/** Where an article is known from: the numbers are those that its key points cite. */
export const SourceLedger = ({ sources }: { sources: Source[] }) =>
  sources.length > 0 && (
    <section className={styles.notes} aria-labelledby="sources">
      <h2 id="sources" className={styles.heading}>
        Sources
      </h2>
      <ol className={`${styles.list} ${styles.numbered}`}>
        {sources.map((source) => (
          <SourceLine key={source.id} source={source} />
        ))}
      </ol>
    </section>
  )
