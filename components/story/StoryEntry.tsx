import { formatMoment, formatPartialDate } from '../../lib/format/dates.ts'
import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { StorySummary } from '../../lib/model/story.ts'
import { CountryChips } from '../country/CountryChips.tsx'
import { TeaserPicture } from '../teaser/TeaserPicture.tsx'
import { DateText } from '../text/DateText.tsx'
import { HeadlineText } from '../text/HeadlineText.tsx'
import { PartedWords } from '../text/PartedWords.tsx'
import styles from './StoryEntry.module.css'

interface Props {
  story: StorySummary
  words: Words
}

const SIZES = '(min-width: 64rem) 18rem, (min-width: 40rem) 13rem, 6.5rem'

/** A running story in the list of all: what it is about, and what came last. */
export const StoryEntry = ({ story: { story, summary, countries, newest, articleCount }, words }: Props) => (
  <article className={styles.entry} data-accent={newest?.category.accent}>
    <div className={styles.words}>
      {newest ? (
        <p className={styles.moved}>
          <PartedWords>
            <span>
              {words.story.moved}{' '}
              <DateText
                at={newest.firstPublishedAt}
                text={formatPartialDate(newest.firstPublishedAt.slice(0, 10), words)}
                title={formatMoment(newest.firstPublishedAt, words)}
                words={words}
              />{' '}
            </span>
            <span>{words.list.articles(articleCount)}</span>
          </PartedWords>
        </p>
      ) : (
        <p className={styles.moved}>{words.story.waiting}</p>
      )}
      <h2 className={styles.title}>
        <a href={story.href}>
          <HeadlineText text={story.label} />
        </a>
      </h2>
    </div>
    <div className={styles.below}>
      {summary && <p className={styles.summary}>{summary}</p>}
      {newest && (
        <p className={styles.newest}>
          {`${words.story.latest} `}
          <a href={newest.href} lang={newest.language} dir={newest.direction}>
            {newest.headline}
          </a>
        </p>
      )}
      <CountryChips countries={countries} label={words.story.countries} />
    </div>
    {newest?.picture && <TeaserPicture picture={newest.picture} href={story.href} sizes={SIZES} />}
  </article>
)
