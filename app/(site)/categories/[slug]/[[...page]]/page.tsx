import type { Metadata } from 'next'
import { CategoryPage } from '../../../../../components/category/CategoryPage.tsx'
import { LiteLink } from '../../../../../components/lite/LiteLink.tsx'
import { getCategoryPage } from '../../../../../lib/content/getCategoryPage.ts'
import { getSite } from '../../../../../lib/content/getSite.ts'
import { wordsFor } from '../../../../../lib/format/words/wordsFor.ts'
import { pageNumberOf, routes } from '../../../../../lib/routes.ts'
import { breadcrumbJsonLd } from '../../../../../lib/seo/jsonLd.ts'
import { riverJsonLd } from '../../../../../lib/seo/listJsonLd.ts'
import { categoryMetadata } from '../../../../../lib/seo/listMetadata.ts'
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
  return { address: routes.category(slug), below: page }
}

const load = async ({ params }: Props) => {
  const { slug, page: segments } = await params
  const [page, site] = await Promise.all([getCategoryPage(slug, pageNumberOf(segments)), getSite()])
  return page && { page, site }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props)
  return found ? categoryMetadata(found.page, found.site) : describeMissing(await lookedFor(props))
}

const Page = async (props: Props) => {
  const found = await load(props)
  if (!found) return <Missing {...(await lookedFor(props))} />
  const { page, site } = found
  return (
    <>
      <StructuredData
        values={[
          riverJsonLd(page, page.category, page.description, site),
          breadcrumbJsonLd(page.breadcrumb, page.category, site),
        ]}
      />
      <CategoryPage page={page} words={wordsFor(site.language)} />
      <LiteLink href={page.category.href} words={wordsFor(site.language)} />
    </>
  )
}

export default Page
