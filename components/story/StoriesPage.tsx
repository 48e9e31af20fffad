import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import type { StorySummary } from '../../lib/model/story.ts'
import { EmptyNote } from '../site/EmptyNote.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'
import styles from './StoriesPage.module.css'
import { StoryEntry } from './StoryEntry.tsx'

interface Props {
  stories: StorySummary[]
  breadcrumb: Link[]
  words: Words
}

/** What we follow, each story as it stands now. */
export const StoriesPage = ({ stories, breadcrumb, words }: Props) => (
  <StackedPage
    breadcrumb={breadcrumb}
    words={words}
    list="stories"
    header={<PageHeader heading={words.story.stories} standfirst={words.story.standfirst} />}
  >
    {stories.length === 0 && <EmptyNote>{words.story.empty}</EmptyNote>}
    <ul>
      {stories.map((story) => (
        <li key={story.id} className={styles.story}>
          <StoryEntry story={story} words={words} />
        </li>
      ))}
    </ul>
  </StackedPage>
)
