import type { Words } from '../../lib/format/words/wordsFor.ts'
import type { Link } from '../../lib/model/common.ts'
import type { TopicPage as TopicPageView } from '../../lib/model/river.ts'
import { NumberedRiver } from '../category/NumberedRiver.tsx'
import { PageHeader } from '../site/PageHeader.tsx'
import { StackedPage } from '../site/StackedPage.tsx'

interface Props {
  page: TopicPageView
  breadcrumb: Link[]
  words: Words
}

/** A matter that runs through many articles, and all of them by day. */
export const TopicPage = ({ page, breadcrumb, words }: Props) => (
  <StackedPage
    breadcrumb={breadcrumb}
    words={words}
    header={
      <PageHeader
        heading={page.topic.label}
        label={words.browse.topic}
        aside={page.page > 1 ? words.browse.page(page.page) : undefined}
        standfirst={page.description}
      />
    }
  >
    <NumberedRiver river={page} href={page.topic.href} words={words} />
  </StackedPage>
)
