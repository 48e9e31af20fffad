import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Actor, SectionKind } from '../../lib/model/article.ts'
import { Flag } from '../country/Flag.tsx'
import { InterfaceText } from '../text/InterfaceText.tsx'
import { PartedWords } from '../text/PartedWords.tsx'
import styles from './ActorLine.module.css'

interface Props {
  actor: Actor | undefined
  sectionKind: SectionKind
  heading: string
  words: Words
}

/**
 * The line above a section's heading: whose side it tells, and what kind of section it is, unless the heading says
 * that in the same words.
 */
export const ActorLine = ({ actor, sectionKind, heading, words }: Props) => {
  const kind = words.keyPoint.kinds[sectionKind]
  const isSaid = kind === heading
  if (isSaid && !actor) return null
  return (
    <p className={styles.line}>
      <PartedWords>
        {actor && (
          <span className={styles.side}>
            {actor.iso2 && <Flag iso2={actor.iso2} size="line" />}
            <ActorName actor={actor} />{' '}
          </span>
        )}
        {!isSaid && (
          <span className={styles.kind}>
            <InterfaceText words={words}>{kind}</InterfaceText>
          </span>
        )}
      </PartedWords>
    </p>
  )
}

const ActorName = ({ actor: { name, href } }: { actor: Actor }) =>
  href ? (
    <a className={styles.actor} href={href}>
      {name}
    </a>
  ) : (
    <span className={styles.actor}>{name}</span>
  )
