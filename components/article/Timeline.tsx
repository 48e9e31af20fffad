import type { Words } from '../../lib/format/words/wordsFor.ts'
import { DatedEvents } from './DatedEvents.tsx'
import type { SectionOf } from './sectionOf.ts'
import styles from './Timeline.module.css'

/** Dated events down a line. */
export const Timeline = ({ timeline, words }: { timeline: SectionOf<'timeline'>; words: Words }) => (
  <section
    aria-label={timeline.heading ? undefined : words.article.timeline}
    aria-labelledby={timeline.heading ? timeline.key : undefined}
  >
    {timeline.heading && (
      <h2 id={timeline.key} className={styles.heading} suppressHydrationWarning>
        {timeline.heading}
      </h2>
    )}
    <DatedEvents events={timeline.entries} words={words} />
  </section>
)
