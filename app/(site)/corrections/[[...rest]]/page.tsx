import type { Metadata } from 'next'
import { CorrectionsPage } from '../../../../components/corrections/CorrectionsPage.tsx'
import { getCorrections } from '../../../../lib/content/getCorrections.ts'
import { getSite } from '../../../../lib/content/getSite.ts'
import { wordsFor } from '../../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../../lib/model/trails.ts'
import { routes } from '../../../../lib/routes.ts'
import { breadcrumbJsonLd } from '../../../../lib/seo/jsonLd.ts'
import { correctionsMetadata } from '../../../../lib/seo/listMetadata.ts'
import { missingMetadata } from '../../../../lib/seo/metadata.ts'
import { Missing } from '../../Missing.tsx'
import { StructuredData } from '../../StructuredData.tsx'

interface Props {
  params: Promise<{ rest?: string[] }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> =>
  (await params).rest ? missingMetadata(await getSite()) : correctionsMetadata(await getSite())

const Page = async ({ params }: Props) => {
  if ((await params).rest) return <Missing />
  const [corrections, site] = await Promise.all([getCorrections(), getSite()])
  const words = wordsFor(site.language)
  const { home } = trailsFor(words)
  const here = { label: words.browse.corrections, href: routes.corrections() }
  return (
    <>
      <StructuredData values={[breadcrumbJsonLd(home, here, site)]} />
      <CorrectionsPage corrections={corrections} breadcrumb={home} words={words} />
    </>
  )
}

export default Page
