import type { Words } from '../../lib/format/words/wordsFor.ts'
import { CaptionedPicture } from '../media/CaptionedPicture.tsx'
import styles from './Gallery.module.css'
import type { SectionOf } from './sectionOf.ts'

const SIZES = '(min-width: 64rem) 325px, (min-width: 40rem) 45vw, calc(100vw - 2rem)'

/** Pictures side by side, the first across when their number is odd. */
export const Gallery = ({ gallery, words }: { gallery: SectionOf<'gallery'>; words: Words }) => (
  <section
    className={styles.gallery}
    aria-label={gallery.heading ? undefined : words.article.pictures}
    aria-labelledby={gallery.heading ? gallery.key : undefined}
  >
    {gallery.heading && (
      <h2 id={gallery.key} className={styles.heading} suppressHydrationWarning>
        {gallery.heading}
      </h2>
    )}
    <div className={styles.pictures}>
      {gallery.pictures.map((picture) => (
        <CaptionedPicture key={`${picture.src} ${picture.alt}`} picture={picture} sizes={SIZES} />
      ))}
    </div>
  </section>
)
