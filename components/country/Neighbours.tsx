import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CountryName } from '../../lib/model/article.ts'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { LocatorMap } from '../maps/LocatorMap.tsx'
import { Flag } from './Flag.tsx'
import styles from './Neighbours.module.css'

/** The countries across the border, on a strip of small maps. */
export const Neighbours = ({ neighbours, words }: { neighbours: CountryName[]; words: Words }) => (
  <section className={styles.neighbours} aria-labelledby="neighbours">
    <BlockHeading id="neighbours" title={words.country.neighbours} />
    <ul className={styles.strip}>
      {neighbours.map((country) => (
        <li key={country.id} className={styles.country}>
          <LocatorMap country={country} idPrefix="neighbour" small words={words} />
          <p className={styles.name}>
            <Flag iso2={country.iso2} size="line" />
            <a href={country.href}>{country.name}</a>
          </p>
        </li>
      ))}
    </ul>
  </section>
)
