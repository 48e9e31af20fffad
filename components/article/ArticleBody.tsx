import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Article } from '../../lib/model/article.ts'
import { CountryGlance } from '../country/CountryGlance.tsx'
import { RichText } from '../text/RichText.tsx'
import styles from './ArticleBody.module.css'
import { Corrections } from './Corrections.tsx'
import { RelationBox } from './RelationBox.tsx'
import { Section } from './Section.tsx'
import { SourceLedger } from './SourceLedger.tsx'
import { Topics } from './Topics.tsx'

/** On a narrow screen the countries are introduced after this many sections. */
const GLANCE_AFTER = 2

interface Props {
  article: Article
  words: Words
}

/** The column of text: sections, closing, relations, topics, what changed, and where it is known from. */
export const ArticleBody = ({ article, words }: Props) => (
  <div className={styles.body}>
    {article.sections.slice(0, GLANCE_AFTER).map((section) => (
      <Section key={section.key} section={section} />
    ))}
    {article.factBoxes.length > 0 && (
      <div className={styles.glances} data-print="no">
        {article.factBoxes.map((factBox) => (
          <CountryGlance key={factBox.country.id} factBox={factBox} />
        ))}
      </div>
    )}
    {article.sections.slice(GLANCE_AFTER).map((section) => (
      <Section key={section.key} section={section} />
    ))}
    {article.closing && (
      <div className={styles.closing}>
        <RichText text={article.closing} />
      </div>
    )}
    {article.relations.map((relation) => (
      <RelationBox key={relation.id} relation={relation} />
    ))}
    <Topics topics={article.topics} words={words} />
    <Corrections corrections={article.corrections} />
    <SourceLedger sources={article.sources} />
  </div>
)
