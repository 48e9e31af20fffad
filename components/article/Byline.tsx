import { namePartsOf } from '../../lib/format/byline.ts'
import { formatDateline, formatMoment } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Article } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import styles from './Byline.module.css'

interface Props {
  article: Pick<Article, 'contributors' | 'firstPublishedAt' | 'updatedAt' | 'readingMinutes'>
  words: Words
}

/** Who wrote it, when it came out, when it last changed and how long it takes. */
export const Byline = ({
  article: { contributors, firstPublishedAt, updatedAt, readingMinutes },
  words,
}: Props) => (
  <div className={styles.byline}>
    {contributors.length > 0 && (
      <p className={styles.names}>
        {words.browse.by} <Names contributors={contributors} words={words} />
      </p>
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

/** Who wrote it, each name leading to all that they have written. */
const Names = ({ contributors, words }: Pick<Props['article'], 'contributors'> & Pick<Props, 'words'>) =>
  namePartsOf(
    contributors.map(({ name }) => name),
    words.language,
  ).map((part) => {
    if (part.kind === 'between') return part.text
    const contributor = contributors[part.index]
    if (contributor?.href === undefined) return part.text
    return (
      <a key={contributor.id} href={contributor.href} rel="author">
        {part.text}
      </a>
    )
  })
