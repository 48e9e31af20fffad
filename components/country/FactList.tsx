import { formatPartialDate, isExactDay } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Fact } from '../../lib/model/country.ts'
import styles from './FactList.module.css'

interface Props {
  facts: Fact[]
  columns?: 1 | 2
  words: Words
}

const checkedText = ({ checkedOn, sourceName }: Fact, words: Words) =>
  [sourceName, checkedOn && words.country.checked(formatPartialDate(checkedOn, words), isExactDay(checkedOn))]
    .filter(Boolean)
    .join(', ')

/** The note that most facts carry, when at least two do. It would vouch for a fact that nobody checked: then none. */
const commonest = (notes: string[]): string | undefined => {
  if (notes.includes('')) return undefined
  const count = (note: string) => notes.filter((other) => other === note).length
  return notes.filter((note) => count(note) > 1).sort((a, b) => count(b) - count(a))[0]
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Facts, each with its source and the day it was checked; what most have in common is said once below. */
export const FactList = ({ facts, columns = 1, words }: Props) => {
  const notes = facts.map((fact) => checkedText(fact, words))
  const shared = commonest(notes)
  const exceptions = notes.some((note) => note !== shared)
  return (
    <div className={columns === 2 ? styles.wide : undefined}>
      <dl className={styles.facts}>
        {facts.map((fact, index) => (
          <div key={fact.key} className={styles.fact}>
            <dt>{words.country.factKinds[fact.kind]}</dt>
            <dd>
              {fact.value}
              {notes[index] && notes[index] !== shared && <span className={styles.note}>{notes[index]}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {shared && (
        <p className={styles.shared}>
          {capitalised(shared)}
          {exceptions && words.country.unlessSaid}
        </p>
      )}
    </div>
  )
}
