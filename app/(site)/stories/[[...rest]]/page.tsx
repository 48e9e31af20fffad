import type { Metadata } from 'next'
import { StoriesPage } from '../../../../components/story/StoriesPage.tsx'
import { getSite } from '../../../../lib/content/getSite.ts'
import { getStories } from '../../../../lib/content/getStories.ts'
import { wordsFor } from '../../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../../lib/model/trails.ts'
import { routes } from '../../../../lib/routes.ts'
import { breadcrumbJsonLd } from '../../../../lib/seo/jsonLd.ts'
import { missingMetadata } from '../../../../lib/seo/metadata.ts'
import { storiesMetadata } from '../../../../lib/seo/storyMetadata.ts'
import { Missing } from '../../Missing.tsx'
import { StructuredData } from '../../StructuredData.tsx'

interface Props {
  params: Promise<{ rest?: string[] }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  (await params).rest ? missingMetadata(await getSite()) : storiesMetadata(await getSite())

const Page = async ({ params }: Props) => {
  if ((await params).rest) return <Missing />
  const [stories, site] = await Promise.all([getStories(), getSite()])
  const words = wordsFor(site.language)
  const { home } = trailsFor(words)
  const here = { label: words.story.stories, href: routes.stories() }
  return (
    <>
      <StructuredData values={[breadcrumbJsonLd(home, here, site)]} />
      <StoriesPage stories={stories} breadcrumb={home} words={words} />
    </>
  )
}

export default Page
