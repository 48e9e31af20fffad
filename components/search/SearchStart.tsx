import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { SearchStart as SearchStartView } from '../../lib/model/search.ts'
import { routes } from '../../lib/routes.ts'
import { FacetList } from './FacetList.tsx'
import styles from './SearchStart.module.css'

interface Props {
  start: SearchStartView
  words: Words
}

/** Where to begin without words: what is written about most. */
export const SearchStart = ({ start, words }: Props) => (
  <div className={styles.start}>
    <p className={styles.heading}>{words.search.mostWritten}</p>
    <div className={styles.lists}>
      <div>
        <FacetList heading={words.search.countries} choices={start.countries} />
        <p className={styles.all}>
          <a href={routes.countries()}>{words.search.allCountries}</a>
        </p>
      </div>
      <FacetList heading={words.search.topics} choices={start.topics} />
    </div>
  </div>
)
