import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import type { Story } from '../../lib/model/story.ts'
import { CountryChips } from '../country/CountryChips.tsx'
import { BlockHeading } from '../front/BlockHeading.tsx'
import { EmptyNote } from '../site/EmptyNote.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import { TeaserGrid } from '../teaser/TeaserGrid.tsx'
import { OrderLinks } from './OrderLinks.tsx'
import styles from './StoryPage.module.css'
import { StoryTimeline } from './StoryTimeline.tsx'

interface Props {
  story: Story
  breadcrumb: Link[]
  words: Words
}

/** The story so far: put together from the dated points of its articles. */
export const StoryPage = ({ story, breadcrumb, words }: Props) => (
  <StackedPage
    breadcrumb={breadcrumb}
    words={words}
    list="stories"
    header={
      <PageHeader heading={story.story.label} label={words.story.story} standfirst={story.summary}>
        <CountryChips countries={story.countries} label={words.story.countries} />
      </PageHeader>
    }
  >
    <section className={styles.soFar} aria-labelledby="so-far">
      <div className={styles.opening}>
        <BlockHeading id="so-far" title={words.story.soFar} />
        {story.days.length > 0 && <OrderLinks story={story} words={words} />}
      </div>
      {story.days.length > 0 ? (
        <StoryTimeline days={story.days} words={words} />
      ) : (
        <EmptyNote>{words.story.nothingDated}</EmptyNote>
      )}
      {story.isCut && <EmptyNote>{words.story.more}</EmptyNote>}
    </section>
    <section className={styles.articles} aria-labelledby="articles">
      <BlockHeading id="articles" title={words.story.articles} />
      {story.articles.length === 0 && <EmptyNote>{words.story.noArticles}</EmptyNote>}
      <TeaserGrid teasers={story.articles} words={words} />
    </section>
  </StackedPage>
)
