import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { SearchPage } from '../../lib/model/search.ts'
import { routes } from '../../lib/routes.ts'
import styles from './SearchPager.module.css'

interface Props {
  page: Pick<SearchPage, 'words' | 'narrowing' | 'page' | 'pageCount'>
  words: Words
}

/** From one page of results to the next; nothing when there is only one. */
export const SearchPager = ({ page: { words: asked, narrowing, page, pageCount }, words }: Props) =>
  pageCount > 1 && (
    <nav className={styles.pager} aria-label={words.search.pages} data-print="no">
      {page > 1 && (
        <a className={styles.step} rel="prev" href={routes.search(asked, narrowing, page - 1)}>
          {words.search.previous}
        </a>
      )}
      <span>{words.search.pageOf(page, pageCount)}</span>
      {page < pageCount && (
        <a className={styles.step} rel="next" href={routes.search(asked, narrowing, page + 1)}>
          {words.search.next}
        </a>
      )}
    </nav>
  )
