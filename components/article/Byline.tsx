import { formatNames } from '../../lib/format/byline.ts'
import { formatDateline, formatMoment } from '../../lib/format/dates.ts'
import type { Article } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import styles from './Byline.module.css'

type Props = { article: Pick<Article, 'contributors' | 'firstPublishedAt' | 'updatedAt' | 'readingMinutes'> }

/** Who wrote it, when it came out, when it last changed and how long it takes. */
export const Byline = ({ article: { contributors, firstPublishedAt, updatedAt, readingMinutes } }: Props) => (
  <div className={styles.byline}>
    {contributors.length > 0 && (
      <p className={styles.names}>By {formatNames(contributors.map((contributor) => contributor.name))}</p>
    )}
    <ul className={styles.facts}>
      <li>
        <DateText at={firstPublishedAt} words={formatDateline(firstPublishedAt)} />
      </li>
      {updatedAt && (
        <li>
          <bdi lang="en" dir="ltr">
            Updated <DateText at={updatedAt} words={formatMoment(updatedAt)} />
          </bdi>
        </li>
      )}
      <li>
        <bdi lang="en" dir="ltr">{`${readingMinutes} min read`}</bdi>
      </li>
    </ul>
  </div>
)
