import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Front } from '../../lib/model/front.ts'
import { Teaser } from '../teaser/Teaser.tsx'
import { FrontBlock } from './FrontBlock.tsx'
import styles from './FrontPage.module.css'
import { Latest } from './Latest.tsx'
import { Lead } from './Lead.tsx'

interface Props {
  front: Front
  /** The newspaper's name: the page's heading for those who do not see it. */
  name: string
  words: Words
}

/** The front: the lead, two more and the latest beside it, then blocks. */
export const FrontPage = ({ front, name, words }: Props) => (
  <main id="main" className={styles.page}>
    <h1 data-seen="no">{name}</h1>
    <div className={styles.opening}>
      {front.lead && (
        <div className={styles.lead}>
          <Lead lead={front.lead} words={words} />
        </div>
      )}
      <div className={styles.secondary}>
        {front.secondary.map((teaser) => (
          <Teaser key={teaser.id} teaser={teaser} rank="second" headingLevel={2} words={words} />
        ))}
      </div>
      {front.latest.length > 0 && (
        <div className={styles.latest}>
          <Latest teasers={front.latest} words={words} />
        </div>
      )}
    </div>
    {front.blocks.map((block) => (
      <FrontBlock key={block.key} block={block} words={words} />
    ))}
  </main>
)
