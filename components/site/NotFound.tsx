import { routes } from '../../lib/routes.ts'
import styles from './Notice.module.css'

/** What a reader meets at an address that leads nowhere. */
export const NotFound = () => (
  <main id="main" className={styles.notice}>
    <p className={styles.label}>Page not found</p>
    <h1 className={styles.heading}>There is nothing at this address</h1>
    <p className={styles.text}>
      The article may have been withdrawn, or the address has a letter too many. What we report today is on
      the <a href={routes.front()}>front page</a>; the <a href={routes.countries()}>countries</a> are listed
      by region.
    </p>
  </main>
)
