import type { ReactNode } from 'react'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Teaser as TeaserView } from '../../lib/model/teaser.ts'
import { Teaser } from './Teaser.tsx'
import styles from './TeaserGrid.module.css'

interface Props {
  teasers: TeaserView[]
  words: Words
}

/** Articles side by side. Of five the first two are larger: four and one below would leave a hole in the page. */
export const TeaserGrid = ({ teasers, words }: Props) => {
  const large = teasers.length === 5 ? 2 : 0
  return (
    <TeaserRow>
      {teasers.map((teaser, index) => (
        <Teaser key={teaser.id} teaser={teaser} rank={index < large ? 'wide' : 'standard'} words={words} />
      ))}
    </TeaserRow>
  )
}

/** The grid alone, for teasers that say more than others. */
export const TeaserRow = ({ children }: { children: ReactNode }) => (
  <div className={styles.grid}>{children}</div>
)
