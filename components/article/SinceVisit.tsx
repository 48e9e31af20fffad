import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Article } from '../../lib/model/article.ts'
import { stateOf } from './articleState.ts'
import styles from './SinceVisit.module.css'

interface Props {
  article: Pick<Article, 'href' | 'sections'>
  words: Words
}

/**
 * What is new to a reader who comes back. The page says what it is made of; only their browser knows what they saw, and
 * marks it: what carries a key in the page therefore suppresses React's warning of an attribute that was not printed.
 */
export const SinceVisit = ({ article, words: { language, reader } }: Props) => (
  <since-visit
    hidden
    suppressHydrationWarning
    className={styles.note}
    lang={language}
    data-href={article.href}
    data-state={JSON.stringify(stateOf(article.sections))}
    data-line={reader.sinceVisit.line}
    data-added={reader.sinceVisit.added}
    data-changed={reader.sinceVisit.changed}
    data-print="no"
  >
    <p role="status" data-part="line" suppressHydrationWarning>
      {''}
    </p>
    <button type="button" className={styles.dismiss}>
      {reader.sinceVisit.dismiss}
    </button>
  </since-visit>
)
