import type { Site } from '../../lib/model/front.ts'
import styles from './Banner.module.css'

/** A breaking line above everything else. */
export const Banner = ({ banner }: { banner: NonNullable<Site['banner']> }) => (
  <section className={styles.banner} aria-label="Breaking news" data-print="no">
    <p className={styles.line}>
      <strong className={styles.label}>Breaking</strong>{' '}
      {banner.href ? <a href={banner.href}>{banner.text}</a> : banner.text}
    </p>
  </section>
)
