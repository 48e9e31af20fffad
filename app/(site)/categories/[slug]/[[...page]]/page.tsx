import type { Metadata } from 'next'
import { CategoryPage } from '../../../../../components/category/CategoryPage.tsx'
import { getCategoryPage } from '../../../../../lib/content/getCategoryPage.ts'
import { getSite } from '../../../../../lib/content/getSite.ts'
import { wordsFor } from '../../../../../lib/format/words/wordsFor.ts'
import { pageNumberOf } from '../../../../../lib/routes.ts'
import { breadcrumbJsonLd } from '../../../../../lib/seo/jsonLd.ts'
import { categoryMetadata } from '../../../../../lib/seo/listMetadata.ts'
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
  const [page, site] = await Promise.all([getCategoryPage(slug, pageNumberOf(segments)), getSite()])
  return page && { page, site }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props)
  return found ? categoryMetadata(found.page, found.site) : missingMetadata(await getSite())
}

const Page = async (props: Props) => {
  const found = await load(props)
  if (!found) return <Missing />
  const { page, site } = found
  return (
    <>
      <StructuredData values={[breadcrumbJsonLd(page.breadcrumb, page.category, site)]} />
      <CategoryPage page={page} words={wordsFor(site.language)} />
    </>
  )
}

export default Page
