import { formatPartialDate } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Withdrawal } from '../../lib/model/departure.ts'
import styles from './Notice.module.css'
import { Onward } from './Onward.tsx'

interface Props {
  withdrawal: Withdrawal
  words: Words
}

/** The note in the place of a page that was withdrawn: what it was called, since when, and where to go on. */
export const Withdrawn = ({ withdrawal: { isArticle, title, at }, words }: Props) => {
  const { label, article, page, called, since, explanation } = words.notice.withdrawn
  return (
    <main id="main" className={styles.notice}>
      <p className={styles.label}>{label}</p>
      <h1 className={styles.heading}>{isArticle ? article : page}</h1>
      {title !== undefined && <p className={styles.text}>{called(title)}</p>}
      <p className={styles.text}>
        {at !== undefined && <time dateTime={at}>{since(formatPartialDate(at.slice(0, 10), words))}</time>}{' '}
        {explanation}
      </p>
      <Onward words={words} />
    </main>
  )
}
