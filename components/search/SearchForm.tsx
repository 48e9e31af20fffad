import type { Words } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import styles from './SearchForm.module.css'
import { SearchSuggestions } from './SearchSuggestions.tsx'

interface Props {
  /** What stands in the field. */
  asked: string
  words: Words
}

/** The large field. A plain form: what is asked becomes the address; what is typed meets suggestions where scripts run. */
export const SearchForm = ({ asked, words }: Props) => (
  // biome-ignore lint/a11y/useSemanticElements: -- browsers and readers' tools know the role longer than the element
  <form
    role="search"
    aria-label={words.search.search}
    className={styles.form}
    action={routes.search()}
    method="get"
  >
    <label className={styles.label} htmlFor="search-words">
      {words.search.field}
    </label>
    <SearchSuggestions id="search-suggestions" words={words}>
      <div className={styles.line}>
        <input
          id="search-words"
          className={styles.field}
          type="search"
          name="q"
          defaultValue={asked}
          autoComplete="off"
          autoCapitalize="none"
          enterKeyHint="search"
          aria-describedby="search-hint"
          dir="auto"
          suppressHydrationWarning
        />
        <button className={styles.button} type="submit">
          {words.search.search}
        </button>
      </div>
    </SearchSuggestions>
    <p id="search-hint" className={styles.hint}>
      {words.search.hint}
    </p>
  </form>
)
