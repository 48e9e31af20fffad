import type { Actor, SectionKind } from '../../lib/model/article.ts'
import { Flag } from '../country/Flag.tsx'
import styles from './ActorLine.module.css'
import { SECTION_KIND_NAMES } from './sectionKindNames.ts'

interface Props {
  actor: Actor | undefined
  sectionKind: SectionKind
}

/** The line above a section's heading: whose side it tells, and what kind of section it is. */
export const ActorLine = ({ actor, sectionKind }: Props) => (
  <p className={styles.line}>
    {actor?.iso2 && <Flag iso2={actor.iso2} size="line" />}
    {actor &&
      (actor.href ? (
        <a className={styles.actor} href={actor.href}>
          {actor.name}
        </a>
      ) : (
        <span className={styles.actor}>{actor.name}</span>
      ))}
    <span className={styles.kind}>{SECTION_KIND_NAMES[sectionKind]}</span>
  </p>
)
