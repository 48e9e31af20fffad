import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { SearchPage as SearchPageView } from '../../lib/model/search.ts'
import { PageHeader } from '../site/PageHeader.tsx'
import { Answers } from './Answers.tsx'
import { Chosen } from './Chosen.tsx'
import { Facets } from './Facets.tsx'
import { NothingFound } from './NothingFound.tsx'
import { SearchForm } from './SearchForm.tsx'
import styles from './SearchPage.module.css'
import { SearchResults } from './SearchResults.tsx'
import { SearchStart } from './SearchStart.tsx'

interface Props {
  page: SearchPageView
  words: Words
}

/** The field, and what was found with it; without words, where to begin. */
export const SearchPage = ({ page, words }: Props) => {
  const hasFound = page.total > 0
  return (
    <main id="main" className={styles.page}>
      <PageHeader heading={words.search.search}>
        <SearchForm asked={page.words} words={words} />
      </PageHeader>
      {page.isCut && <p className={styles.note}>{words.search.cut(page.words)}</p>}
      {page.isOnlyWithout && <p className={styles.note}>{words.search.onlyWithout}</p>}
      {page.isBusy && <p className={styles.note}>{words.search.busy}</p>}
      <Chosen chosen={page.chosen} since={page.narrowing.since} words={words} />
      <Answers answers={page.answers} words={words} />
      {hasFound && (
        <div className={styles.columns}>
          <Facets page={page} words={words} />
          <SearchResults page={page} words={words} />
        </div>
      )}
      {!hasFound && page.words !== '' && !page.isOnlyWithout && !page.isBusy && (
        <NothingFound page={page} words={words} />
      )}
      {page.start && <SearchStart start={page.start} words={words} />}
    </main>
  )
}
