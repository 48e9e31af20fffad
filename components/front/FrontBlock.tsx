import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { FrontBlock as FrontBlockView } from '../../lib/model/front.ts'
import { WorldMap } from '../maps/WorldMap.tsx'
import { Teaser } from '../teaser/Teaser.tsx'
import { TeaserGrid } from '../teaser/TeaserGrid.tsx'
import { BlockHeading } from './BlockHeading.tsx'
import { BriefList } from './BriefList.tsx'
import styles from './FrontBlock.module.css'
import { StoryBlock } from './StoryBlock.tsx'

interface Props {
  block: FrontBlockView
  words: Words
}

/** A named group of stories, in one of five layouts. */
export const FrontBlock = ({ block, words }: Props) => {
  const headingId = `block-${block.key}`
  return (
    <section
      className={styles.block}
      aria-labelledby={headingId}
      data-accent={block.accent}
      data-first-screen="no"
    >
      <BlockHeading id={headingId} title={block.title} href={block.href} />
      <Stories block={block} words={words} />
    </section>
  )
}

const Stories = ({ block, words }: Props) => {
  const [first, ...rest] = block.teasers
  switch (block.layout) {
    case 'fourUp':
      return <TeaserGrid teasers={block.teasers.slice(0, 4)} words={words} />
    case 'leadAndThree':
      return (
        <div className={styles.leadAndThree}>
          {first && <Teaser teaser={first} rank="major" words={words} />}
          <div className={styles.three}>
            {rest.slice(0, 3).map((teaser) => (
              <Teaser key={teaser.id} teaser={teaser} rank="row" words={words} />
            ))}
          </div>
        </div>
      )
    case 'list':
      return <BriefList teasers={block.teasers} words={words} inColumns />
    case 'story':
      return <StoryBlock block={block} words={words} />
    case 'map':
      return (
        <div className={styles.map}>
          <WorldMap
            id={`map-${block.key}`}
            title={words.country.map(block.title)}
            legend={words.coverage.legend}
            countries={block.countries}
            words={words}
          />
          <BriefList teasers={block.teasers} words={words} />
        </div>
      )
  }
}
