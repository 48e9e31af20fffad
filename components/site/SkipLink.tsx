import styles from './SkipLink.module.css'

export const SkipLink = () => (
  <a className={styles.skip} href="#main" data-print="no">
    Skip to the content
  </a>
)
