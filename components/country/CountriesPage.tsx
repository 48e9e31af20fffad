import { formatArticleCount } from '../../lib/format/articleCount.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CountriesIndex } from '../../lib/model/country.ts'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { WorldMap } from '../maps/WorldMap.tsx'
import styles from './CountriesPage.module.css'
import { Flag } from './Flag.tsx'

const idOf = (region: string) => `region-${region.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`

/** Every country that Meridian keeps facts on: on a map by how much is written, and listed by region. */
export const CountriesPage = ({ index, words }: { index: CountriesIndex; words: Words }) => (
  <main id="main" className={styles.page}>
    <header>
      <h1 className={styles.heading}>Countries</h1>
      <p className={styles.standfirst}>{words.coverage.standfirst}</p>
      <nav className={styles.jumps} aria-label={words.coverage.regions}>
        <ul>
          {index.regions.map(({ name }) => (
            <li key={name}>
              <a href={`#${idOf(name)}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
    <WorldMap
      id="world"
      title={words.coverage.atlasTitle}
      legend={words.coverage.legend}
      countries={index.regions.flatMap((region) => region.countries)}
    />
    <div className={styles.regions}>
      {index.regions.map(({ name, countries }) => (
        <section key={name} className={styles.region} aria-labelledby={idOf(name)}>
          <BlockHeading id={idOf(name)} title={name} />
          <ul className={styles.list}>
            {countries.map((country) => (
              <li key={country.id} className={styles.country}>
                <Flag iso2={country.iso2} size="line" />
                <a href={country.href}>{country.name}</a>
                {country.articleCount > 0 && (
                  <span className={styles.count}>{formatArticleCount(country.articleCount)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </main>
)
