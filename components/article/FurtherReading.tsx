import type { Article } from '../../lib/model/article.ts'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { Teaser } from '../teaser/Teaser.tsx'
import styles from './FurtherReading.module.css'

type Props = { article: Pick<Article, 'category' | 'moreFromCategory' | 'related'> }

/** Where to go next: related articles with the reason for each, and more from the same desk. */
export const FurtherReading = ({ article: { category, moreFromCategory, related } }: Props) => (
  <div className={styles.further} data-print="no">
    {moreFromCategory.length > 0 && (
      <section className={styles.block} aria-labelledby="more-from-category">
        <BlockHeading id="more-from-category" title={`More from ${category.label}`} href={category.href} />
        <div className={styles.three}>
          {moreFromCategory.map((teaser) => (
            <Teaser key={teaser.id} teaser={teaser} rank="standard" />
          ))}
        </div>
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
