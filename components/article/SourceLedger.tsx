import { formatPartialDate, isExactDay } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Source } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './Notes.module.css'

const SourceLine = ({ source, words }: { source: Source; words: Words }) => {
  return (
    <li id={`source-${source.number}`} value={source.number}>
      {/* A source in another script than the article's is read in its own order. */}
      <bdi>
        <span className={styles.publisher}>
          {source.title ? source.publisher : <Linked href={source.url}>{source.publisher}</Linked>}
        </span>
        {source.title && (
          <>
            {`${words.article.colon} `}
            <Linked href={source.url}>{source.title}</Linked>
          </>
        )}
        {source.date && (
          <>
            , <DateText at={source.date} text={formatPartialDate(source.date, words)} words={words} />
          </>
        )}
        {source.readOn && (
          <>
            {' '}
            <InterfaceText words={words}>
              ({words.article.read(isExactDay(source.readOn))}{' '}
              <DateText at={source.readOn} text={formatPartialDate(source.readOn, words)} words={words} />)
            </InterfaceText>
          </>
        )}
      </bdi>
    </li>
  )
}

const Linked = ({ href, children }: { href: string | undefined; children: string }) =>
  href ? <a href={href}>{children}</a> : children

/** Where an article is known from: the numbers are those that its key points cite. */
export const SourceLedger = ({ sources, words }: { sources: Source[]; words: Words }) =>
  sources.length > 0 && (
    <section className={styles.notes} aria-labelledby="sources">
      <h2 id="sources" className={styles.heading}>
        <InterfaceText words={words}>{words.article.sources}</InterfaceText>
      </h2>
      <ol className={`${styles.list} ${styles.numbered}`}>
        {sources.map((source) => (
          <SourceLine key={source.id} source={source} words={words} />
        ))}
      </ol>
    </section>
  )
