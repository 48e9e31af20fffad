import { formatDateHeading } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { ArchiveIndex } from '../../lib/model/archive.ts'
import type { Link } from '../../lib/model/common.ts'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { EmptyNote } from '../site/EmptyNote.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import styles from './ArchiveIndexPage.module.css'

interface Props {
  index: ArchiveIndex
  breadcrumb: Link[]
  words: Words
}

/** Every month in which something was published, by year. */
export const ArchiveIndexPage = ({ index, breadcrumb, words }: Props) => (
  <StackedPage
    breadcrumb={breadcrumb}
    words={words}
    header={<PageHeader heading={words.browse.archive} standfirst={words.browse.archiveStandfirst} />}
  >
    {index.years.length === 0 && <EmptyNote>{words.browse.archiveEmpty}</EmptyNote>}
    {index.years.map(({ year, months }) => (
      <section key={year} className={styles.year} aria-labelledby={`year-${year}`}>
        <BlockHeading id={`year-${year}`} title={year} />
        <ul className={styles.months}>
          {months.map(({ month, href, articleCount }) => (
            <li key={month} className={styles.month}>
              <a href={href}>{formatDateHeading(month, words)}</a>
              <span className={styles.count}>{words.list.articles(articleCount)}</span>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </StackedPage>
)
