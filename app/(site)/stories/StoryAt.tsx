import { StoryPage } from '../../../components/story/StoryPage.tsx'
import { getSite } from '../../../lib/content/getSite.ts'
import { getStory } from '../../../lib/content/getStory.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import type { TimelineOrder } from '../../../lib/model/story.ts'
import { trailsFor } from '../../../lib/model/trails.ts'
import { routes } from '../../../lib/routes.ts'
import { breadcrumbJsonLd } from '../../../lib/seo/jsonLd.ts'
import { listJsonLd } from '../../../lib/seo/listJsonLd.ts'
import { Missing } from '../Missing.tsx'
import { StructuredData } from '../StructuredData.tsx'

interface Props {
  slug: string
  order: TimelineOrder
}

/** The page of a story, told in either order. */
export const StoryAt = async ({ slug, order }: Props) => {
  const [story, site] = await Promise.all([getStory(slug, order), getSite()])
  if (!story) return <Missing address={routes.story(slug)} below={order === 'oldest' ? ['oldest'] : []} />
  const words = wordsFor(site.language)
  const { stories } = trailsFor(words)
  return (
    <>
      <StructuredData
        values={[
          listJsonLd({ page: story.story, description: story.summary, articles: story.articles }, site),
          breadcrumbJsonLd(stories, story.story, site),
        ]}
      />
      <StoryPage story={story} breadcrumb={stories} words={words} />
    </>
  )
}
