import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Actor, SectionKind } from '../../lib/model/article.ts'
import { Flag } from '../country/Flag.tsx'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './ActorLine.module.css'

interface Props {
  actor: Actor | undefined
  sectionKind: SectionKind
  words: Words
}

/** The line above a section's heading: whose side it tells, and what kind of section it is. */
export const ActorLine = ({ actor, sectionKind, words }: Props) => (
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
    <span className={styles.kind}>
      <InterfaceText words={words}>{words.keyPoint.kinds[sectionKind]}</InterfaceText>
    </span>
  </p>
)
