import type { Article } from '../../lib/model/article.ts'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { Teaser } from '../teaser/Teaser.tsx'
import styles from './FurtherReading.module.css'

type Props = { article: Pick<Article, 'category' | 'moreFromCategory' | 'related'> }

/** Three stand side by side; one or two lie down, so that a young desk leaves no hole in the page. */
const MoreFromCategory = ({ teasers }: { teasers: Article['moreFromCategory'] }) => {
  const few = teasers.length < 3
  return (
    <div className={few ? styles.two : styles.three}>
      {teasers.map((teaser) => (
        <Teaser key={teaser.id} teaser={teaser} rank={few ? 'row' : 'standard'} />
      ))}
    </div>
  )
}

/** Where to go next: related articles with the reason for each, and more from the same desk. */
export const FurtherReading = ({ article: { category, moreFromCategory, related } }: Props) => (
  <div className={styles.further} data-print="no">
    {moreFromCategory.length > 0 && (
      <section className={styles.block} aria-labelledby="more-from-category">
        <BlockHeading id="more-from-category" title={`More from ${category.label}`} href={category.href} />
        <MoreFromCategory teasers={moreFromCategory} />
      </section>
    )}
    {related.length > 0 && (
      <section className={styles.block} aria-labelledby="related">
        <BlockHeading id="related" title="Related" />
        <div className={styles.four}>
          {related.map((teaser) => (
            <Teaser key={teaser.id} teaser={teaser} rank="standard" reason={teaser.reason} />
          ))}
        </div>
      </section>
    )}
  </div>
)
