import { directionOf } from '../../lib/format/direction.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Article } from '../../lib/model/article.ts'
import { CountryGlance } from '../country/CountryGlance.tsx'
import { RichText } from '../text/RichText.tsx'
import styles from './ArticleBody.module.css'
import { ArticleChanges } from './ArticleChanges.tsx'
import { Corrections } from './Corrections.tsx'
import { RelationBox } from './RelationBox.tsx'
import { Section } from './Section.tsx'
import { SinceVisit } from './SinceVisit.tsx'
import { SourceLedger } from './SourceLedger.tsx'
import { Topics } from './Topics.tsx'

interface Props {
  article: Article
  /** In the article's language where the interface has it. */
  words: Words
  /** In the edition's language, in which countries and relations are kept. */
  edition: Words
}

/** On a narrow screen the countries are introduced after this many sections. */
const GLANCE_AFTER = 2

/** The column of text: sections, closing, relations, topics, what changed, and where it is known from. */
export const ArticleBody = ({ article, words, edition }: Props) => (
  <copy-links className={styles.body} data-done={words.reader.copied}>
    <SinceVisit article={article} words={words} />
    {article.sections.slice(0, GLANCE_AFTER).map((section) => (
      <Section key={section.key} section={section} words={words} edition={edition} />
    ))}
    {article.factBoxes.length > 0 && (
      <div
        className={styles.glances}
        lang={edition.language}
        dir={directionOf(edition.language)}
        data-print="no"
      >
        {article.factBoxes.map((factBox) => (
          <CountryGlance key={factBox.country.id} factBox={factBox} words={edition} />
        ))}
      </div>
    )}
    {article.sections.slice(GLANCE_AFTER).map((section) => (
      <Section key={section.key} section={section} words={words} edition={edition} />
    ))}
    {article.closing && (
      <div className={styles.closing}>
        <RichText text={article.closing} />
      </div>
    )}
    {article.relations.map((relation) => (
      <RelationBox key={relation.id} relation={relation} words={edition} />
    ))}
    <Topics topics={article.topics} words={edition} />
    <Corrections corrections={article.corrections} words={words} />
    <ArticleChanges changes={article.changes} words={words} />
    <SourceLedger sources={article.sources} words={words} />
  </copy-links>
)
