import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Teaser as TeaserView } from '../../lib/model/teaser.ts'
import { Teaser } from '../teaser/Teaser.tsx'
import styles from './FrontBlock.module.css'

interface Props {
  teasers: TeaserView[]
  words: Words
  /** Whether the list has the whole width of the page, which it then fills in columns. */
  inColumns?: boolean
}

/** Stories without pictures, one under the other. */
export const BriefList = ({ teasers, words, inColumns = false }: Props) => (
  <ul className={inColumns ? `${styles.list} ${styles.columns}` : styles.list}>
    {teasers.map((teaser) => (
      <li key={teaser.id}>
        <Teaser teaser={teaser} rank="brief" words={words} />
      </li>
    ))}
  </ul>
)
