import type { Link } from '../../lib/model/common.ts'
import styles from './Breadcrumb.module.css'

interface Props {
  links: Link[]
}

/** The way back up, ending at the page's parent. */
export const Breadcrumb = ({ links }: Props) => (
  <nav aria-label="Breadcrumb" data-print="no">
    <ol className={styles.trail}>
      {links.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ol>
  </nav>
)
