import { formatPartialDate } from '../../lib/format/dates.ts'
import type { Fact } from '../../lib/model/country.ts'
import styles from './FactList.module.css'

interface Props {
  facts: Fact[]
  columns?: 1 | 2
}

const checkedText = ({ checkedOn, sourceName }: Fact) =>
  [sourceName, checkedOn && `checked ${formatPartialDate(checkedOn)}`].filter(Boolean).join(', ')

/** Facts, each with its source and the day it was checked; a day that all share is said once below. */
export const FactList = ({ facts, columns = 1 }: Props) => {
  const notes = new Set(facts.map(checkedText))
  const shared = notes.size === 1 ? [...notes][0] : undefined
  return (
    <div className={columns === 2 ? styles.wide : undefined}>
      <dl className={styles.facts}>
        {facts.map((fact) => (
          <div key={fact.key} className={styles.fact}>
            <dt>{fact.label}</dt>
            <dd>
              {fact.value}
              {shared === undefined && checkedText(fact) && (
                <span className={styles.note}>{checkedText(fact)}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {shared && <p className={styles.shared}>{`All: ${shared}`}</p>}
    </div>
  )
}
