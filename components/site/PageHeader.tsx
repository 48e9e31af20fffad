import type { ReactNode } from 'react'
import { HeadlineText } from '../text/HeadlineText.tsx'
import styles from './PageHeader.module.css'

interface Props {
  heading: string
  /** What kind of page it is, above the heading: "Topic". */
  label?: string
  /** Behind the heading in small: "page 2". */
  aside?: string | undefined
  standfirst?: string | undefined
  children?: ReactNode
}

/** What a page is called, and what is on it. */
export const PageHeader = ({ heading, label, aside, standfirst, children }: Props) => (
  <header className={styles.header}>
    {label && <p className={styles.label}>{label}</p>}
    <h1 className={styles.heading}>
      <HeadlineText text={heading} />
      {aside && <span className={styles.aside}> {aside}</span>}
    </h1>
    {standfirst && <p className={styles.standfirst}>{standfirst}</p>}
    {children}
  </header>
)
