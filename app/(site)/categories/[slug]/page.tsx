import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CategoryPage } from '../../../../components/category/CategoryPage.tsx'
import { getCategoryPage } from '../../../../lib/content/getCategoryPage.ts'
import { getSite } from '../../../../lib/content/getSite.ts'
import { categoryMetadata } from '../../../../lib/seo/metadata.ts'

interface Props {
  params: Promise<{ slug: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const load = async ({ params }: Props) => {
  const page = await getCategoryPage((await params).slug, 1)
  if (!page) notFound()
  return page
}

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  categoryMetadata(await load(props), await getSite())

const Page = async (props: Props) => <CategoryPage page={await load(props)} />

export default Page
