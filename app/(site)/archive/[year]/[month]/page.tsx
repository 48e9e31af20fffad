import type { Metadata } from 'next'
import { ArchiveMonthPage } from '../../../../../components/archive/ArchiveMonthPage.tsx'
import { getArchiveMonth } from '../../../../../lib/content/getArchiveMonth.ts'
import { getSite } from '../../../../../lib/content/getSite.ts'
import { formatPartialDate } from '../../../../../lib/format/dates.ts'
import { wordsFor } from '../../../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../../../lib/model/trails.ts'
import { breadcrumbJsonLd } from '../../../../../lib/seo/jsonLd.ts'
import { archiveMetadata } from '../../../../../lib/seo/listMetadata.ts'
import { missingMetadata } from '../../../../../lib/seo/metadata.ts'
import { Missing } from '../../../Missing.tsx'
import { StructuredData } from '../../../StructuredData.tsx'

interface Props {
  params: Promise<{ year: string; month: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const load = async ({ params }: Props) => {
  const { year, month } = await params
  const [archive, site] = await Promise.all([getArchiveMonth(`${year}-${month}`), getSite()])
  return archive && { archive, site, words: wordsFor(site.language) }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props)
  return found ? archiveMetadata(found.archive, found.site) : missingMetadata(await getSite())
}

const Page = async (props: Props) => {
  const found = await load(props)
  if (!found) return <Missing />
  const { archive, site, words } = found
  const { archive: trail } = trailsFor(words)
  const here = { label: formatPartialDate(archive.month, words), href: archive.href }
  return (
    <>
      <StructuredData values={[breadcrumbJsonLd(trail, here, site)]} />
      <ArchiveMonthPage archive={archive} breadcrumb={trail} words={words} />
    </>
  )
}

export default Page
