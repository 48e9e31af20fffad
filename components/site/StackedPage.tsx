import type { ReactNode } from 'react'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Accent, Link, MastheadList } from '../../lib/model/common.ts'
import { Breadcrumb } from './Breadcrumb.tsx'
import styles from './StackedPage.module.css'

interface Props {
  /** The way from the front page to the page's parent. */
  breadcrumb: Link[]
  words: Words
  header: ReactNode
  accent?: Accent | undefined
  /** Where the page is one of a list, or a part of it, the masthead marks that. */
  list?: MastheadList
  children: ReactNode
}

/** A page that is read from top to bottom: where it stands, what it is called, and then its parts. */
export const StackedPage = ({ breadcrumb, words, header, accent, list, children }: Props) => (
  <main id="main" className={styles.page} data-accent={accent} data-list={list}>
    <div>
      <Breadcrumb links={breadcrumb} words={words} />
      {header}
    </div>
    {children}
  </main>
)
