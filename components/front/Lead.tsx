import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Front } from '../../lib/model/front.ts'
import { Kicker } from '../teaser/Kicker.tsx'
import { TeaserPicture } from '../teaser/TeaserPicture.tsx'
import { PublishedTime } from '../text/PublishedTime.tsx'
import { InlineText } from '../text/RichText.tsx'
import styles from './Lead.module.css'

const SIZES = '(min-width: 80rem) 690px, (min-width: 64rem) 56vw, 100vw'

/** The first story of the day, with its points: each leads to its place in the article. */
export const Lead = ({ lead, words }: { lead: NonNullable<Front['lead']>; words: Words }) => (
  <article
    className={styles.lead}
    data-accent={lead.category.accent}
    lang={lead.language}
    dir={lead.direction}
  >
    {lead.picture && (
      <div className={styles.picture}>
        <TeaserPicture picture={lead.picture} href={lead.href} sizes={SIZES} priority />
      </div>
    )}
    <div className={styles.words}>
      <Kicker teaser={lead} />
      <h2 className={styles.headline}>
        <a href={lead.href}>{lead.headline}</a>
      </h2>
      <p className={styles.standfirst}>{lead.standfirst}</p>
      {lead.points.length > 0 && (
        <ul className={styles.points}>
          {lead.points.map((point) => (
            <li key={point.key}>
              <LinkedPoint href={point.href} text={point.text} />
            </li>
          ))}
        </ul>
      )}
      <PublishedTime at={lead.firstPublishedAt} words={words} />
    </div>
  </article>
)

/** A point's words as one link: links within them would be links inside a link. */
const LinkedPoint = ({ href, text }: Pick<NonNullable<Front['lead']>['points'][number], 'href' | 'text'>) => (
  <a href={href}>
    <InlineText text={text.map((block) => ({ ...block, markDefs: [] }))} />
  </a>
)
