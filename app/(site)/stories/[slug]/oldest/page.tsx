import type { Metadata } from 'next'
import { getSite } from '../../../../../lib/content/getSite.ts'
import { getStory } from '../../../../../lib/content/getStory.ts'
import { routes } from '../../../../../lib/routes.ts'
import { storyMetadata } from '../../../../../lib/seo/storyMetadata.ts'
import { describeMissing } from '../../../Missing.tsx'
import { StoryAt } from '../../StoryAt.tsx'

interface Props {
  params: Promise<{ slug: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { slug } = await params
  const [story, site] = await Promise.all([getStory(slug, 'oldest'), getSite()])
  return story
    ? storyMetadata(story, site)
    : describeMissing({ address: routes.story(slug), below: ['oldest'] })
}

const Page = async ({ params }: Props) => <StoryAt slug={(await params).slug} order="oldest" />

export default Page
