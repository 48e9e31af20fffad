import { formatPartialDate } from '../../lib/format/dates.ts'
import type { Fact } from '../../lib/model/country.ts'
import styles from './FactList.module.css'

interface Props {
  facts: Fact[]
  columns?: 1 | 2
}

const checkedText = ({ checkedOn, sourceName }: Fact) =>
  [sourceName, checkedOn && `checked ${formatPartialDate(checkedOn)}`].filter(Boolean).join(', ')

/** The note that most facts carry, when at least two do. It would vouch for a fact that nobody checked: then none. */
const commonest = (notes: string[]): string | undefined => {
  if (notes.includes('')) return undefined
  const count = (note: string) => notes.filter((other) => other === note).length
  return notes.filter((note) => count(note) > 1).sort((a, b) => count(b) - count(a))[0]
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Facts, each with its source and the day it was checked; what most have in common is said once below. */
export const FactList = ({ facts, columns = 1 }: Props) => {
  const notes = facts.map(checkedText)
  const shared = commonest(notes)
  const exceptions = notes.some((note) => note !== shared)
  return (
    <div className={columns === 2 ? styles.wide : undefined}>
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={fact.key} className={styles.fact}>
            <dt>{fact.label}</dt>
            <dd>
              {fact.value}
              {checkedText(fact) && checkedText(fact) !== shared && (
                <span className={styles.note}>{checkedText(fact)}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {shared && (
        <p className={styles.shared}>
          {capitalised(shared)}
          {exceptions && ', where nothing else is said'}
        </p>
      )}
    </div>
  )
}
