import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { SearchPage } from '../../lib/model/search.ts'
import { FacetList } from './FacetList.tsx'
import styles from './Facets.module.css'

interface Props {
  page: Pick<SearchPage, 'facets' | 'periods'>
  words: Words
}

/** What a search can be narrowed to, each with how many articles that leaves; folded away on a narrow screen. */
export const Facets = ({ page: { facets, periods }, words }: Props) => {
  const recent = periods.map(({ period, href, count }) => ({
    label: words.search.periods[period],
    href,
    count,
  }))
  const others = facets.filter(({ kind }) => kind !== 'year')
  const years = facets.find(({ kind }) => kind === 'year')?.choices ?? []
  const dates = [...recent, ...years]
  if (others.length === 0 && dates.length === 0) return null
  return (
    <details className={styles.facets} data-print="no">
      <summary className={styles.summary}>{words.search.narrow}</summary>
      <div className={styles.groups}>
        {others.map(({ kind, choices }) => (
          <FacetList key={kind} heading={words.search.facets[kind]} choices={choices} />
        ))}
        {dates.length > 0 && <FacetList heading={words.search.facets.year} choices={dates} />}
      </div>
    </details>
  )
}
