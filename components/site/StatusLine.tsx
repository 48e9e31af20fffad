import styles from './StatusLine.module.css'

/** Where a short confirmation is shown and read out: "The link is copied." */
export const StatusLine = () => (
  <p role="status" data-say="" data-print="no" className={styles.line} suppressHydrationWarning>
    {''}
  </p>
)
