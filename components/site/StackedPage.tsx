import type { ReactNode } from 'react'
import type { Accent, Link } from '../../lib/model/common.ts'
import { Breadcrumb } from './Breadcrumb.tsx'
import styles from './StackedPage.module.css'

interface Props {
  breadcrumb: Link[]
  header: ReactNode
  accent?: Accent | undefined
  children: ReactNode
}

/** A page that is read from top to bottom: where it stands, what it is called, and then its parts. */
export const StackedPage = ({ breadcrumb, header, accent, children }: Props) => (
  <main id="main" className={styles.page} data-accent={accent}>
    <div>
      <Breadcrumb links={breadcrumb} />
      {header}
    </div>
    {children}
  </main>
)
