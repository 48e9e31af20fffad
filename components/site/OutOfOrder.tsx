import { routes } from '../../lib/routes.ts'
import styles from './Notice.module.css'

/** What a reader meets when a page could not be made. */
export const OutOfOrder = () => (
  <main id="main" className={styles.notice}>
    <p className={styles.label}>Something failed on our side</p>
    <h1 className={styles.heading}>This page cannot be shown just now</h1>
    <p className={styles.text}>
      We are told of such failures at once. Please try again in a minute, or go to the{' '}
      <a href={routes.front()}>front page</a>.
    </p>
  </main>
)
