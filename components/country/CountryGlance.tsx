import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { FactBox } from '../../lib/model/country.ts'
import { PartedWords } from '../text/PartedWords.tsx'
import styles from './CountryGlance.module.css'
import { FactList } from './FactList.tsx'
import { Flag } from './Flag.tsx'

/** A country in two lines within the text of a narrow screen; it opens to its facts. */
export const CountryGlance = ({ factBox: { country, facts }, words }: { factBox: FactBox; words: Words }) => {
  const short = facts.filter((fact) => fact.kind === 'capital' || fact.kind === 'population').slice(0, 2)
  const shown = short.length > 0 ? short : facts.slice(0, 1)
  return (
    <details className={styles.glance}>
      <summary className={styles.summary}>
        <Flag iso2={country.iso2} size="box" />
        <span className={styles.words}>
          <span className={styles.name}>{country.name}</span>
          <span className={styles.short}>
            <PartedWords>
              {shown.map(({ kind, value }) => (
                <span key={kind}>{`${words.country.factKinds[kind]}${words.article.colon} ${value} `}</span>
              ))}
            </PartedWords>
          </span>
        </span>
      </summary>
      <div className={styles.open}>
        <FactList facts={facts} words={words} />
        <p className={styles.more}>
          <a href={country.href}>{words.country.more(country.name)}</a>
        </p>
      </div>
    </details>
  )
}
