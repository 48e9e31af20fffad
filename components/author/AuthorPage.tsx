import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import type { AuthorPage as AuthorPageView } from '../../lib/model/river.ts'
import { NumberedRiver } from '../category/NumberedRiver.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import styles from './AuthorPage.module.css'
import { Portrait } from './Portrait.tsx'

interface Props {
  page: AuthorPageView
  breadcrumb: Link[]
  words: Words
}

/** Who somebody is who writes here, and what they have written. */
export const AuthorPage = ({ page, breadcrumb, words }: Props) => (
  <StackedPage
    breadcrumb={breadcrumb}
    words={words}
    header={
      <div className={page.photo ? styles.withPhoto : undefined}>
        {page.photo && <Portrait photo={page.photo} />}
        <PageHeader
          heading={page.author.label}
          label={page.role ?? words.browse.author}
          aside={page.page > 1 ? words.browse.page(page.page) : undefined}
          standfirst={page.bio}
        >
          {page.links.length > 0 && (
            <ul className={styles.links} aria-label={words.browse.links(page.author.label)}>
              {page.links.map(({ href, label }) => (
                <li key={href}>
                  <a href={href} rel="me noopener">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </PageHeader>
      </div>
    }
  >
    <section aria-label={words.browse.articlesBy(page.author.label)} className={styles.articles}>
      <NumberedRiver river={page} href={page.author.href} words={words} />
    </section>
  </StackedPage>
)
