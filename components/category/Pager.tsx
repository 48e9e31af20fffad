import type { Words } from '../../lib/format/words/wordsFor.ts'
import { numberedPage } from '../../lib/routes.ts'
import styles from './Pager.module.css'

interface Props {
  /** The first page; the others are numbered below it. */
  href: string
  page: number
  pageCount: number
  words: Words
}

/** Pages by number; nothing when there is only one. */
export const Pager = ({ href, page, pageCount, words }: Props) => {
  if (pageCount < 2) return null
  const near = (number: number) => number === 1 || number === pageCount || Math.abs(number - page) <= 2
  const numbers = Array.from({ length: pageCount }, (_, index) => index + 1).filter(near)
  return (
    <nav aria-label={words.list.pages} data-print="no">
      <ol className={styles.pages}>
        {numbers.map((number, index) => (
          <li
            key={number}
            className={number - (numbers[index - 1] ?? number) > 1 ? styles.afterGap : undefined}
          >
            <a
              href={numberedPage(href, number)}
              aria-current={number === page ? 'page' : undefined}
              aria-label={words.list.page(number)}
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
