import { formatDateHeading, formatDayHeading } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { ArchiveMonth } from '../../lib/model/archive.ts'
import type { Link } from '../../lib/model/common.ts'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import styles from './ArchiveMonthPage.module.css'
import { HeadlineLine } from './HeadlineLine.tsx'
import { MonthLinks } from './MonthLinks.tsx'

interface Props {
  archive: ArchiveMonth
  breadcrumb: Link[]
  words: Words
}

/** All that was published in a month, day by day, as a newspaper's index prints it. */
export const ArchiveMonthPage = ({ archive, breadcrumb, words }: Props) => (
  <StackedPage
    breadcrumb={breadcrumb}
    words={words}
    header={
      <PageHeader
        heading={formatDateHeading(archive.month, words)}
        aside={words.list.articles(archive.articleCount)}
      >
        <MonthLinks archive={archive} words={words} />
      </PageHeader>
    }
  >
    <div className={styles.days}>
      {archive.days.map(({ day, teasers }) => (
        <section key={day} className={styles.day} aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`} className={styles.date}>
            {formatDayHeading(day, words)}
          </h2>
          <ul>
            {teasers.map((headline) => (
              <li key={headline.id} className={styles.line}>
                <HeadlineLine headline={headline} words={words} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  </StackedPage>
)
