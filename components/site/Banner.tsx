import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Site } from '../../lib/model/front.ts'
import styles from './Banner.module.css'

interface Props {
  banner: NonNullable<Site['banner']>
  words: Words
}

/** A breaking line above everything else, until its end. */
export const Banner = ({ banner, words }: Props) => (
  <breaking-line data-until={banner.endsAt}>
    <section className={styles.banner} aria-label={words.site.breakingNews} data-print="no">
      <p className={styles.line}>
        <strong className={styles.label}>{words.site.breaking}</strong>{' '}
        {banner.href ? <a href={banner.href}>{banner.text}</a> : banner.text}
      </p>
    </section>
  </breaking-line>
)
