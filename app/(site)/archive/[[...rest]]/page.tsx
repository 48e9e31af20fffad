import type { Metadata } from 'next'
import { ArchiveIndexPage } from '../../../../components/archive/ArchiveIndexPage.tsx'
import { getArchiveIndex } from '../../../../lib/content/getArchiveIndex.ts'
import { getSite } from '../../../../lib/content/getSite.ts'
import { wordsFor } from '../../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../../lib/model/trails.ts'
import { routes } from '../../../../lib/routes.ts'
import { breadcrumbJsonLd } from '../../../../lib/seo/jsonLd.ts'
import { archiveIndexMetadata } from '../../../../lib/seo/listMetadata.ts'
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
  (await params).rest ? missingMetadata(await getSite()) : archiveIndexMetadata(await getSite())

const Page = async ({ params }: Props) => {
  if ((await params).rest) return <Missing />
  const [index, site] = await Promise.all([getArchiveIndex(), getSite()])
  const words = wordsFor(site.language)
  const { home } = trailsFor(words)
  const here = { label: words.browse.archive, href: routes.archiveIndex() }
  return (
    <>
      <StructuredData values={[breadcrumbJsonLd(home, here, site)]} />
      <ArchiveIndexPage index={index} breadcrumb={home} words={words} />
    </>
  )
}

export default Page
