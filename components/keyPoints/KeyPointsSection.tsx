import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { KeyPointsSection as KeyPointsSectionView } from '../../lib/model/article.ts'
import { ActorLine } from './ActorLine.tsx'
import { KeyPoint } from './KeyPoint.tsx'
import styles from './KeyPointsSection.module.css'

/** A heading, who it is about, and the points that hold it up. */
export const KeyPointsSection = ({ section, words }: { section: KeyPointsSectionView; words: Words }) => (
  <section aria-labelledby={section.key} className={styles.section}>
    <ActorLine
      actor={section.actor}
      sectionKind={section.sectionKind}
      heading={section.heading}
      words={words}
    />
    <h2 id={section.key} className={styles.heading} suppressHydrationWarning>
      {section.heading}
    </h2>
    <ul className={styles.points}>
      {section.points.map((point) => (
        <KeyPoint key={point.key} point={point} words={words} />
      ))}
    </ul>
  </section>
)
