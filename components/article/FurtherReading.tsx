import { formatNames } from '../../lib/format/byline.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Article } from '../../lib/model/article.ts'
import type { RelatedReason } from '../../lib/model/teaser.ts'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { Teaser } from '../teaser/Teaser.tsx'
import { TeaserRow } from '../teaser/TeaserGrid.tsx'
import styles from './FurtherReading.module.css'

interface Props {
  article: Pick<Article, 'category' | 'moreFromCategory' | 'related'>
  words: Words
}

/** Three stand side by side; one or two lie down, so that a young desk leaves no hole in the page. */
const MoreFromCategory = ({ teasers, words }: { teasers: Article['moreFromCategory']; words: Words }) => {
  const few = teasers.length < 3
  return (
    <div className={few ? styles.two : styles.three}>
      {teasers.map((teaser) => (
        <Teaser key={teaser.id} teaser={teaser} rank={few ? 'row' : 'standard'} words={words} />
      ))}
    </div>
  )
}

const wordReason = ({ kind, names }: RelatedReason, words: Words) =>
  words.article.reasons[kind](formatNames(names, words))

/** Where to go next: related articles with the reason for each, and more from the same desk. */
export const FurtherReading = ({ article: { category, moreFromCategory, related }, words }: Props) => (
  <div className={styles.further} data-print="no" data-first-screen="no">
    {moreFromCategory.length > 0 && (
      <section className={styles.block} aria-labelledby="more-from-category">
        <BlockHeading
          id="more-from-category"
          title={words.article.moreFrom(category.label)}
          href={category.href}
        />
        <MoreFromCategory teasers={moreFromCategory} words={words} />
      </section>
    )}
    {related.length > 0 && (
      <section className={styles.block} aria-labelledby="related">
        <BlockHeading id="related" title={words.article.related} />
        <TeaserRow>
          {related.map((teaser) => (
            <Teaser
              key={teaser.id}
              teaser={teaser}
              rank="standard"
              reason={wordReason(teaser.reason, words)}
              words={words}
            />
          ))}
        </TeaserRow>
      </section>
    )}
  </div>
)
