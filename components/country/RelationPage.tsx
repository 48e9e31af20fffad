import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CountryName } from '../../lib/model/article.ts'
import type { Link } from '../../lib/model/common.ts'
import type { Relation } from '../../lib/model/relation.ts'
import { DatedEvents } from '../article/DatedEvents.tsx'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { PairMap } from '../maps/PairMap.tsx'
import { EmptyNote } from '../site/EmptyNote.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import { TeaserGrid } from '../teaser/TeaserGrid.tsx'
import { Flag } from './Flag.tsx'
import styles from './RelationPage.module.css'

interface Props {
  relation: Relation
  breadcrumb: Link[]
  words: Words
}

/** What two countries are to each other: where they lie, how it came to this, and what we have written of both. */
export const RelationPage = ({ relation, breadcrumb, words }: Props) => (
  <StackedPage
    breadcrumb={breadcrumb}
    words={words}
    list="countries"
    header={<Heading countries={relation.countries} words={words} />}
  >
    <div className={styles.portrait}>
      <PairMap countries={relation.countries} words={words} />
      <p className={styles.summary}>{relation.summary}</p>
    </div>
    <section className={styles.part} aria-labelledby="events">
      <BlockHeading id="events" title={words.relation.timeline} />
      {relation.events.length > 0 ? (
        <div className={styles.events}>
          <DatedEvents events={relation.events} words={words} />
        </div>
      ) : (
        <EmptyNote>{words.relation.noEvents}</EmptyNote>
      )}
    </section>
    <section className={styles.part} aria-labelledby="articles">
      <BlockHeading id="articles" title={words.relation.articles} />
      {relation.articles.length === 0 && <EmptyNote>{words.relation.noArticles}</EmptyNote>}
      <TeaserGrid teasers={relation.articles} words={words} />
    </section>
  </StackedPage>
)

const Heading = ({ countries: [first, second], words }: Pick<Relation, 'countries'> & { words: Words }) => (
  <header className={styles.header}>
    <p className={styles.label}>{words.relation.label}</p>
    <h1 className={styles.heading}>
      <Named country={first} />
      <span className={styles.and}>{` ${words.article.and} `}</span>
      <Named country={second} />
    </h1>
  </header>
)

const Named = ({ country }: { country: CountryName }) => (
  <span className={styles.country}>
    <Flag iso2={country.iso2} size="page" />
    <a href={country.href}>{country.name}</a>
  </span>
)
