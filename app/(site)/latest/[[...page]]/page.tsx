import type { Metadata } from 'next'
import { LatestPage } from '../../../../components/latest/LatestPage.tsx'
import { getLatestPage } from '../../../../lib/content/getLatestPage.ts'
import { getSite } from '../../../../lib/content/getSite.ts'
import { wordsFor } from '../../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../../lib/model/trails.ts'
import { pageNumberOf, routes } from '../../../../lib/routes.ts'
import { breadcrumbJsonLd } from '../../../../lib/seo/jsonLd.ts'
import { riverJsonLd } from '../../../../lib/seo/listJsonLd.ts'
import { latestMetadata } from '../../../../lib/seo/listMetadata.ts'
import { missingMetadata } from '../../../../lib/seo/metadata.ts'
import { Missing } from '../../Missing.tsx'
import { StructuredData } from '../../StructuredData.tsx'

interface Props {
  params: Promise<{ page?: string[] }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const load = async ({ params }: Props) => {
  const [river, site] = await Promise.all([getLatestPage(pageNumberOf((await params).page)), getSite()])
  return river && { river, site, words: wordsFor(site.language) }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props)
  return found ? latestMetadata(found.river, found.site) : missingMetadata(await getSite())
}

const Page = async (props: Props) => {
  const found = await load(props)
  if (!found) return <Missing />
  const { river, site, words } = found
  const { home } = trailsFor(words)
  const here = { label: words.browse.latest, href: routes.latest() }
  return (
    <>
      <StructuredData
        values={[
          riverJsonLd(river, here, words.browse.latestStandfirst, site),
          breadcrumbJsonLd(home, here, site),
        ]}
      />
      <LatestPage river={river} breadcrumb={home} words={words} />
    </>
  )
}

export default Page
