import { namePartsOf } from '../../lib/format/byline.ts'
import { formatDateline, formatMoment } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Article } from '../../lib/model/article.ts'
import { DateText } from '../text/DateText.tsx'
import { InterfaceText } from '../text/InterfaceText.tsx'
import styles from './Byline.module.css'

interface Props {
  article: Pick<Article, 'contributors' | 'firstPublishedAt' | 'updatedAt' | 'readingMinutes'>
  words: Words
}

/** Who wrote it, when it came out, when it last changed and how long it takes. */
export const Byline = ({ article, words }: Props) => {
  const { contributors, firstPublishedAt, updatedAt, readingMinutes } = article
  return (
    <div className={styles.byline}>
      {contributors.length > 0 && (
        <p className={styles.names}>
          <InterfaceText words={words}>
            {words.browse.by} <Names contributors={contributors} words={words} />
          </InterfaceText>
        </p>
      )}
      <ul className={styles.facts}>
        <li>
          <DateText at={firstPublishedAt} text={formatDateline(firstPublishedAt, words)} words={words} />
        </li>
        {updatedAt && (
          <li>
            <InterfaceText words={words}>
              {words.article.updated}{' '}
              <DateText at={updatedAt} text={formatMoment(updatedAt, words)} words={words} />
            </InterfaceText>
          </li>
        )}
        <li>
          <InterfaceText words={words}>{words.article.readingTime(readingMinutes)}</InterfaceText>
        </li>
      </ul>
    </div>
  )
}

/** Who wrote it, each name leading to all that they have written. */
const Names = ({ contributors, words }: { contributors: Article['contributors']; words: Words }) =>
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
