import { nameOfProvider } from '../../lib/format/providers.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './EmbedLink.module.css'
import type { SectionOf } from './sectionOf.ts'

/** A video elsewhere, as a link: nothing is fetched from the other house until the reader goes there. */
export const EmbedLink = ({ embed, words }: { embed: SectionOf<'embed'>; words: Words }) => (
  <figure>
    <a className={styles.facade} href={embed.url} rel="noopener noreferrer">
      <span className={styles.play} aria-hidden="true" />
      <span className={styles.words}>
        <span className={styles.title}>{embed.title}</span>
        <span className={styles.provider}>
          <InterfaceText words={words}>{words.article.watchOn(nameOfProvider(embed.provider))}</InterfaceText>
        </span>
      </span>
    </a>
  </figure>
)
