import { countriesLink } from '../../lib/format/placeLinks.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Country } from '../../lib/model/country.ts'
import { RelationBox } from '../article/RelationBox.tsx'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { LocatorMap } from '../maps/LocatorMap.tsx'
import { Breadcrumb } from '../site/Breadcrumb.tsx'
import { TeaserGrid } from '../teaser/TeaserGrid.tsx'
import { PartedWords } from '../text/PartedWords.tsx'
import { RichText } from '../text/RichText.tsx'
import { CountryNews } from './CountryNews.tsx'
import styles from './CountryPage.module.css'
import { CoverageChart } from './CoverageChart.tsx'
import { FactList } from './FactList.tsx'
import { Flag } from './Flag.tsx'
import { Neighbours } from './Neighbours.tsx'

/** All that Meridian knows of a country. */
export const CountryPage = ({ page, words }: { page: Country; words: Words }) => (
  <main id="main" className={styles.page} data-list="countries">
    <Breadcrumb links={[countriesLink(words)]} words={words} />
    <header className={styles.header}>
      <Flag iso2={page.country.iso2} size="page" />
      <div>
        <h1 className={styles.name}>{page.country.name}</h1>
        <p className={styles.official}>
          <PartedWords>
            {[page.officialName, page.subregion ?? page.region].map(
              (part) => part && <span key={part}>{part} </span>,
            )}
          </PartedWords>
        </p>
      </div>
    </header>
    <div className={styles.portrait}>
      <LocatorMap country={page.country} neighbours={page.neighbours} idPrefix="country" words={words} />
      <section className={styles.facts} aria-label={words.country.facts}>
        <FactList facts={page.facts} words={words} />
      </section>
    </div>
    {page.about && (
      <div className={styles.about}>
        <RichText text={page.about} />
      </div>
    )}
    <div className={styles.coverage}>
      {page.inTheNews.length > 0 && <CountryNews points={page.inTheNews} words={words} />}
      <div className={styles.beside}>
        {page.coverage && (
          <CoverageChart coverage={page.coverage} countryName={page.country.name} words={words} />
        )}
        {page.relations.length > 0 && (
          <section className={styles.relations} aria-labelledby="relations">
            <BlockHeading id="relations" title={words.country.relations} />
            {page.relations.map((relation) => (
              <RelationBox key={relation.id} relation={relation} words={words} />
            ))}
          </section>
        )}
      </div>
    </div>
    {page.articles.length > 0 && (
      <section className={styles.articles} aria-labelledby="articles">
        <BlockHeading id="articles" title={words.country.articles(page.country.name)} />
        <TeaserGrid teasers={page.articles} words={words} />
      </section>
    )}
    {page.neighbours.length > 0 && <Neighbours neighbours={page.neighbours} words={words} />}
  </main>
)
