import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import type { ArticleCorrection } from '../../lib/model/corrections.ts'
import { EmptyNote } from '../site/EmptyNote.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import { CorrectionEntry } from './CorrectionEntry.tsx'
import styles from './CorrectionsPage.module.css'

interface Props {
  corrections: ArticleCorrection[]
  breadcrumb: Link[]
  words: Words
}

/** What we changed in our articles after publication, said openly in one place. */
export const CorrectionsPage = ({ corrections, breadcrumb, words }: Props) => (
  <StackedPage
    breadcrumb={breadcrumb}
    words={words}
    header={<PageHeader heading={words.browse.corrections} standfirst={words.browse.correctionsStandfirst} />}
  >
    {corrections.length === 0 ? (
      <EmptyNote>{words.browse.correctionsEmpty}</EmptyNote>
    ) : (
      <div>
        <ol className={styles.list}>
          {corrections.map((correction) => (
            <li key={`${correction.article.href} ${correction.key}`} className={styles.entry}>
              <CorrectionEntry correction={correction} words={words} />
            </li>
          ))}
        </ol>
        <p className={styles.end}>{words.browse.correctionsEnd}</p>
      </div>
    )}
  </StackedPage>
)
