import type { CategoryPage as CategoryPageView } from '../../lib/model/front.ts'
import { Breadcrumb } from '../site/Breadcrumb.tsx'
import { Teaser } from '../teaser/Teaser.tsx'
import styles from './CategoryPage.module.css'
import { Pager } from './Pager.tsx'
import { River } from './River.tsx'

/** A desk's page: what it covers, its first story, then everything by day. */
export const CategoryPage = ({ page }: { page: CategoryPageView }) => (
  <main id="main" className={styles.page} data-accent={page.category.accent}>
    <div>
      <Breadcrumb links={page.breadcrumb} />
      <header className={styles.header}>
        <h1 className={styles.name}>
          {page.category.label}
          {page.page > 1 && <span className={styles.number}> page {page.page}</span>}
        </h1>
        {page.description && <p className={styles.description}>{page.description}</p>}
      </header>
    </div>
    {page.lead && (
      <div className={styles.lead}>
        <Teaser teaser={page.lead} rank="major" headingLevel={2} />
      </div>
    )}
    <River days={page.days} />
    <Pager href={page.category.href} page={page.page} pageCount={page.pageCount} />
  </main>
)
