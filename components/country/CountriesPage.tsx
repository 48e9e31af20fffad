import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CountriesIndex } from '../../lib/model/country.ts'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { WorldMap } from '../maps/WorldMap.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import styles from './CountriesPage.module.css'
import { Flag } from './Flag.tsx'

const idOf = (region = 'none') => `region-${region.toLowerCase().replaceAll(/[^\p{L}]+/gu, '-')}`

/** Every country that Meridian keeps facts on: on a map by how much is written, and listed by region. */
export const CountriesPage = ({ index, words }: { index: CountriesIndex; words: Words }) => (
  <StackedPage
    breadcrumb={[]}
    words={words}
    list="countries"
    header={
      <PageHeader heading={words.site.countries} standfirst={words.coverage.standfirst}>
        <nav className={styles.jumps} aria-label={words.coverage.regions}>
          <ul>
            {index.regions.map(({ name }) => (
              <li key={idOf(name)}>
                <a href={`#${idOf(name)}`}>{name ?? words.country.elsewhere}</a>
              </li>
            ))}
          </ul>
        </nav>
      </PageHeader>
    }
  >
    <WorldMap
      id="world"
      title={words.coverage.atlasTitle}
      legend={words.coverage.legend}
      countries={index.regions.flatMap((region) => region.countries)}
      words={words}
    />
    <div className={styles.regions}>
      {index.regions.map(({ name, countries }) => (
        <section key={idOf(name)} className={styles.region} aria-labelledby={idOf(name)}>
          <BlockHeading id={idOf(name)} title={name ?? words.country.elsewhere} />
          <ul className={styles.list}>
            {countries.map((country) => (
              <li key={country.id} className={styles.country}>
                <Flag iso2={country.iso2} size="line" />
                <a href={country.href}>{country.name}</a>
                {country.articleCount > 0 && (
                  <span className={styles.count}>{words.list.articles(country.articleCount)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </StackedPage>
)
