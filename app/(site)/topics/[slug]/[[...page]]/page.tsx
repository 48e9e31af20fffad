import type { Metadata } from 'next'
import { TopicPage } from '../../../../../components/topic/TopicPage.tsx'
import { getSite } from '../../../../../lib/content/getSite.ts'
import { getTopicPage } from '../../../../../lib/content/getTopicPage.ts'
import { wordsFor } from '../../../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../../../lib/model/trails.ts'
import { pageNumberOf, routes } from '../../../../../lib/routes.ts'
import { breadcrumbJsonLd } from '../../../../../lib/seo/jsonLd.ts'
import { riverJsonLd } from '../../../../../lib/seo/listJsonLd.ts'
import { topicMetadata } from '../../../../../lib/seo/listMetadata.ts'
import { describeMissing, Missing } from '../../../Missing.tsx'
import { StructuredData } from '../../../StructuredData.tsx'

interface Props {
  params: Promise<{ slug: string; page?: string[] }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const lookedFor = async ({ params }: Props) => {
  const { slug, page } = await params
  return { address: routes.topic(slug), below: page }
}

const load = async ({ params }: Props) => {
  const { slug, page: segments } = await params
  const [page, site] = await Promise.all([getTopicPage(slug, pageNumberOf(segments)), getSite()])
  return page && { page, site, words: wordsFor(site.language) }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props)
  return found ? topicMetadata(found.page, found.site) : describeMissing(await lookedFor(props))
}

const Page = async (props: Props) => {
  const found = await load(props)
  if (!found) return <Missing {...(await lookedFor(props))} />
  const { page, site, words } = found
  const { home } = trailsFor(words)
  return (
    <>
      <StructuredData
        values={[
          riverJsonLd(page, page.topic, page.description, site),
          breadcrumbJsonLd(home, page.topic, site),
        ]}
      />
      <TopicPage page={page} breadcrumb={home} words={words} />
    </>
  )
}

export default Page
