import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import type { SearchPage } from '../../lib/model/search.ts'
import styles from './NothingFound.module.css'

interface Props {
  page: Pick<SearchPage, 'words' | 'corrections' | 'shorter' | 'widened'>
  words: Words
}

/** What can be done when nothing was found. Every search that is offered here finds something. */
export const NothingFound = ({ page, words }: Props) => (
  <section className={styles.nothing}>
    <h2 className={styles.heading}>{words.search.nothing(page.words)}</h2>
    <Offered label={words.search.didYouMean} searches={page.corrections} />
    <Offered label={words.search.fewerWords} searches={page.shorter} />
    {page.widened && (
      <p>
        <a href={page.widened}>{words.search.widen}</a>
      </p>
    )}
    <p className={styles.help}>{words.search.nothingHelp}</p>
  </section>
)

const Offered = ({ label, searches }: { label: string; searches: Link[] }) =>
  searches.length > 0 && (
    <p className={styles.offered}>
      {label}{' '}
      {searches.map(({ label: asked, href }, place) => (
        <span key={href}>
          {place > 0 && ', '}
          <a href={href}>{asked}</a>
        </span>
      ))}
    </p>
  )
