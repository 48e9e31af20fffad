import styles from './EmbedLink.module.css'
import type { SectionOf } from './sectionOf.ts'

const PROVIDERS = new Map([
  ['youtube', 'YouTube'],
  ['vimeo', 'Vimeo'],
])

/** A video elsewhere, as a link: nothing is fetched from the other house until the reader goes there. */
export const EmbedLink = ({ embed }: { embed: SectionOf<'embed'> }) => (
  <figure>
    <a className={styles.facade} href={embed.url} rel="noopener noreferrer">
      <span className={styles.play} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.title}>{embed.title}</span>
        <span className={styles.provider}>Watch on {PROVIDERS.get(embed.provider) ?? embed.provider}</span>
      </span>
    </a>
  </figure>
)
