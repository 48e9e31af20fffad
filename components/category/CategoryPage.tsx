import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { CategoryPage as CategoryPageView } from '../../lib/model/front.ts'
import { EmptyNote } from '../site/EmptyNote.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import { Teaser } from '../teaser/Teaser.tsx'
import styles from './CategoryPage.module.css'
import { OlderInArchive } from './OlderInArchive.tsx'
import { Pager } from './Pager.tsx'
import { River } from './River.tsx'

interface Props {
  page: CategoryPageView
  words: Words
}

/** A desk's page: what it covers, its first story, then everything by day. */
export const CategoryPage = ({ page, words }: Props) => (
  <StackedPage
    breadcrumb={page.breadcrumb}
    words={words}
    accent={page.category.accent}
    header={
      <PageHeader
        heading={page.category.label}
        aside={page.page > 1 ? words.browse.page(page.page) : undefined}
        standfirst={page.description}
      >
        <Below page={page} words={words} />
      </PageHeader>
    }
  >
    {page.lead && <Teaser teaser={page.lead} rank="lead" headingLevel={2} words={words} />}
    {!page.lead && page.days.length === 0 && <EmptyNote>{words.browse.nothingYet}</EmptyNote>}
    <River days={page.days} words={words} />
    <Pager href={page.category.href} page={page.page} pageCount={page.pageCount} words={words} />
    {page.goesOn && page.page === page.pageCount && <OlderInArchive words={words} />}
  </StackedPage>
)

/** The categories below this one, as text. */
const Below = ({ page, words }: Props) =>
  page.below.length > 0 && (
    <nav aria-label={words.browse.subcategories(page.category.label)}>
      <ul className={styles.below}>
        {page.below.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
