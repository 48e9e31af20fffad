import { playerAddress } from '../../lib/format/playerAddress.ts'
import { nameOfProvider } from '../../lib/format/providers.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './EmbedLink.module.css'
import type { SectionOf } from './sectionOf.ts'

/** A film elsewhere, as a link: nothing is fetched from the other house until the reader asks for it. */
export const EmbedLink = ({ embed, words }: { embed: SectionOf<'embed'>; words: Words }) => (
  <figure>
    <video-embed data-player={playerAddress(embed.provider, embed.url)} data-name={embed.title}>
      <a className={styles.facade} href={embed.url} rel="noopener noreferrer">
        <span className={styles.play} aria-hidden="true" />
        <span className={styles.words}>
          <span className={styles.title}>{embed.title}</span>
          <span className={styles.provider}>
            <InterfaceText words={words}>
              {words.article.watchOn(nameOfProvider(embed.provider))}
            </InterfaceText>
          </span>
        </span>
      </a>
      <div className={styles.film} data-part="film" suppressHydrationWarning>
        {''}
      </div>
    </video-embed>
  </figure>
)
