import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Teaser as TeaserView } from '../../lib/model/teaser.ts'
import { Teaser } from '../teaser/Teaser.tsx'
import styles from './FrontBlock.module.css'

/** Stories without pictures, one under the other. */
export const BriefList = ({ teasers, words }: { teasers: TeaserView[]; words: Words }) => (
  <ul className={styles.list}>
    {teasers.map((teaser) => (
      <li key={teaser.id}>
        <Teaser teaser={teaser} rank="brief" words={words} />
      </li>
    ))}
  </ul>
)
