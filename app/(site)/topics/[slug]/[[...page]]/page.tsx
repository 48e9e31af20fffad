import type { Metadata } from 'next'
import { TopicPage } from '../../../../../components/topic/TopicPage.tsx'
import { getSite } from '../../../../../lib/content/getSite.ts'
import { getTopicPage } from '../../../../../lib/content/getTopicPage.ts'
import { wordsFor } from '../../../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../../../lib/model/trails.ts'
import { pageNumberOf } from '../../../../../lib/routes.ts'
import { breadcrumbJsonLd } from '../../../../../lib/seo/jsonLd.ts'
import { topicMetadata } from '../../../../../lib/seo/listMetadata.ts'
import { missingMetadata } from '../../../../../lib/seo/metadata.ts'
import { Missing } from '../../../Missing.tsx'
import { StructuredData } from '../../../StructuredData.tsx'

interface Props {
  params: Promise<{ slug: string; page?: string[] }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const load = async ({ params }: Props) => {
  const { slug, page: segments } = await params
  const [page, site] = await Promise.all([getTopicPage(slug, pageNumberOf(segments)), getSite()])
  return page && { page, site, words: wordsFor(site.language) }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props)
  return found ? topicMetadata(found.page, found.site) : missingMetadata(await getSite())
}

const Page = async (props: Props) => {
  const found = await load(props)
  if (!found) return <Missing />
  const { page, site, words } = found
  const { home } = trailsFor(words)
  return (
    <>
      <StructuredData values={[breadcrumbJsonLd(home, page.topic, site)]} />
      <TopicPage page={page} breadcrumb={home} words={words} />
    </>
  )
}

export default Page
