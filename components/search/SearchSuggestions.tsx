import type { ReactNode } from 'react'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import styles from './SearchSuggestions.module.css'

interface Props {
  /** Of the list of suggestions: a page may have two fields. */
  id: string
  words: Words
  /** A form with one field. It searches without script as it stands. */
  children: ReactNode
}

/** A search form that suggests what a reader may mean while they type. */
export const SearchSuggestions = ({ id, words: { reader }, children }: Props) => {
  const kinds = Object.entries(reader.suggestionKinds).map(([kind, name]) => [`data-${kind}`, name])
  return (
    <search-suggestions className={styles.suggestions} {...Object.fromEntries(kinds)}>
      {children}
      <ul
        id={id}
        data-part="list"
        aria-label={reader.suggestions}
        className={styles.list}
        hidden
        suppressHydrationWarning
      >
        {''}
      </ul>
    </search-suggestions>
  )
}
