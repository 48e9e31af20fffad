import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { FactBox as FactBoxView } from '../../lib/model/country.ts'
import { LocatorMap } from '../maps/LocatorMap.tsx'
import styles from './FactBox.module.css'
import { FactList } from './FactList.tsx'
import { Flag } from './Flag.tsx'

interface Props {
  factBox: FactBoxView
  /** The other countries of the article: they are marked on the map. */
  others: FactBoxView[]
  words: Words
}

/** A country in short: flag, where it lies, and checked facts. */
export const FactBox = ({ factBox: { country, facts }, others, words }: Props) => {
  const headingId = `fact-box-${country.iso2.toLowerCase()}`
  return (
    <section className={styles.box} aria-labelledby={headingId} data-print="whole">
      <h2 id={headingId} className={styles.heading}>
        <Flag iso2={country.iso2} size="box" />
        <a href={country.href}>{country.name}</a>
      </h2>
      <LocatorMap
        country={country}
        neighbours={others.map((other) => other.country).filter((other) => other.id !== country.id)}
        idPrefix="fact-box"
        words={words}
      />
      <FactList facts={facts} words={words} />
    </section>
  )
}
