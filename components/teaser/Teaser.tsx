import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Teaser as TeaserView } from '../../lib/model/teaser.ts'
import { HeadlineText } from '../text/HeadlineText.tsx'
import { InterfaceText } from '../text/InterfaceText.tsx'
import { PublishedTime } from '../text/PublishedTime.tsx'
import { Kicker } from './Kicker.tsx'
import styles from './Teaser.module.css'
import { TeaserPicture } from './TeaserPicture.tsx'

interface Props {
  teaser: TeaserView
  /** How much room the story has; `lead` opens a page, `wide` stands among smaller ones, `row` has its picture beside, `brief` has none. */
  rank: 'lead' | 'major' | 'second' | 'wide' | 'standard' | 'row' | 'brief'
  headingLevel?: 2 | 3
  /** Why it is printed here, in words: "Also about Armenia". */
  reason?: string
  words: Words
}

const SIZES = {
  lead: '(min-width: 64rem) 43rem, calc(100vw - 2rem)',
  major: '(min-width: 64rem) 36rem, calc(100vw - 2rem)',
  second: '(min-width: 64rem) 18rem, (min-width: 40rem) 45vw, 8rem',
  wide: '(min-width: 64rem) 36rem, (min-width: 40rem) 45vw, 8rem',
  row: '12rem',
  standard: '(min-width: 64rem) 18rem, (min-width: 40rem) 45vw, 8rem',
} as const

/** Whose standfirst is printed as well. */
const LONG = new Set<Props['rank']>(['lead', 'major', 'second', 'wide'])

/** An article in a list. The headline is its link. */
export const Teaser = ({ teaser, rank, headingLevel = 3, reason, words }: Props) => {
  const Heading = `h${headingLevel}` as const
  return (
    <article
      className={`${styles.teaser} ${styles[rank]}`}
      data-accent={teaser.category.accent}
      lang={teaser.language}
      dir={teaser.direction}
    >
      {rank !== 'brief' && teaser.picture && (
        <TeaserPicture picture={teaser.picture} href={teaser.href} sizes={SIZES[rank]} />
      )}
      <div className={styles.words}>
        {reason ? (
          <p className={styles.reason}>
            <InterfaceText words={words}>{reason}</InterfaceText>
          </p>
        ) : (
          <Kicker teaser={teaser} />
        )}
        <Heading className={styles.headline}>
          <a href={teaser.href}>
            <HeadlineText text={teaser.headline} />
          </a>
        </Heading>
        {LONG.has(rank) && <p className={styles.standfirst}>{teaser.standfirst}</p>}
        <PublishedTime at={teaser.firstPublishedAt} words={words} />
      </div>
    </article>
  )
}
