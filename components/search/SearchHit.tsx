import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { SearchHit as SearchHitView } from '../../lib/model/search.ts'
import { Kicker } from '../teaser/Kicker.tsx'
import { TeaserPicture } from '../teaser/TeaserPicture.tsx'
import { PublishedTime } from '../text/PublishedTime.tsx'
import { Marked } from './Marked.tsx'
import styles from './SearchHit.module.css'

interface Props {
  hit: SearchHitView
  words: Words
}

type FoundPassage = NonNullable<SearchHitView['passage']>

const SIZES = '(min-width: 40rem) 11rem, 6rem'

/** An article that was found: its teaser with the words marked, and what it says of them. */
export const SearchHit = ({ hit: { teaser, headline, standfirst, passage }, words }: Props) => (
  <article
    className={styles.hit}
    data-accent={teaser.category.accent}
    lang={teaser.language}
    dir={teaser.direction}
  >
    <div className={styles.words}>
      <Kicker teaser={teaser} />
      <h3 className={styles.headline}>
        <a href={teaser.href}>
          <Marked text={headline} />
        </a>
      </h3>
      <p className={passage ? styles.lesser : styles.standfirst}>
        <Marked text={standfirst} />
      </p>
    </div>
    <div className={styles.below}>
      {passage && <Passage passage={passage} words={words} />}
      <PublishedTime at={teaser.firstPublishedAt} words={words} />
    </div>
    {teaser.picture && (
      <div className={styles.picture}>
        <TeaserPicture picture={teaser.picture} href={teaser.href} sizes={SIZES} />
      </div>
    )}
  </article>
)

/** A key point leads to its place in the article. */
const Passage = ({ passage: { text, href }, words }: { passage: FoundPassage; words: Words }) => (
  <p className={styles.passage}>
    {href ? (
      <a href={href}>
        <span className={styles.point} lang={words.language}>
          {words.search.keyPoint}
        </span>{' '}
        <Marked text={text} />
      </a>
    ) : (
      <Marked text={text} />
    )}
  </p>
)
