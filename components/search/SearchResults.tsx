import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { SearchPage } from '../../lib/model/search.ts'
import { SearchHit } from './SearchHit.tsx'
import { SearchPager } from './SearchPager.tsx'
import styles from './SearchResults.module.css'

interface Props {
  page: SearchPage
  words: Words
}

/** The articles of a page, the best first, and how many there are. */
export const SearchResults = ({ page, words }: Props) => (
  <section className={styles.results} aria-labelledby="found">
    <header>
      <h2 id="found" className={styles.found}>
        {words.search.found(page.total, page.isMore, page.words)}
      </h2>
      {page.isMore && <p className={styles.more}>{words.search.more}</p>}
    </header>
    <ol className={styles.hits}>
      {page.hits.map((hit) => (
        <li key={hit.teaser.id}>
          <SearchHit hit={hit} words={words} />
        </li>
      ))}
    </ol>
    <SearchPager page={page} words={words} />
  </section>
)
