import type { Words } from '../../lib/format/words/wordsFor.ts'
import { routes } from '../../lib/routes.ts'
import { SearchSuggestions } from '../search/SearchSuggestions.tsx'
import styles from './MastheadControls.module.css'
import { ThemeSwitch } from './ThemeSwitch.tsx'

/** Search, the saved articles and the colours. A narrow screen has the way to the search in place of its field. */
export const MastheadControls = ({ words, words: { reader } }: { words: Words }) => (
  <div className={styles.controls}>
    <div className={styles.field}>
      <SearchSuggestions id="masthead-suggestions" words={words}>
        {/* biome-ignore lint/a11y/useSemanticElements: -- browsers and readers' tools know the role longer than the element */}
        <form role="search" action={routes.search()} method="get" aria-label={reader.quickSearch}>
          <input
            type="search"
            name="q"
            required
            aria-label={reader.search}
            placeholder={reader.search}
            suppressHydrationWarning
          />
        </form>
      </SearchSuggestions>
    </div>
    <a className={styles.search} href={routes.search()}>
      <svg width={18} height={18} viewBox="0 0 18 18" aria-hidden="true">
        <circle cx={7.5} cy={7.5} r={5.75} />
        <path d="m11.75 11.75 5 5" />
      </svg>
      <span data-seen="no">{reader.search}</span>
    </a>
    <a href={routes.saved()}>
      {reader.saved}
      <saved-count className={styles.count} suppressHydrationWarning>
        {''}
      </saved-count>
    </a>
    <ThemeSwitch words={words} />
  </div>
)
