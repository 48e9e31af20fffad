import type { Metadata } from 'next'
import { CategoryPage } from '../../../../../components/category/CategoryPage.tsx'
import { getCategoryPage } from '../../../../../lib/content/getCategoryPage.ts'
import { getSite } from '../../../../../lib/content/getSite.ts'
import { categoryMetadata } from '../../../../../lib/seo/metadata.ts'
import { Missing, missingMetadata } from '../../../Missing.tsx'

interface Props {
  params: Promise<{ slug: string; page: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

/** From the second page on: the first has the address without a number. */
const NUMBER = /^([2-9]|[1-9]\d+)$/

const load = async ({ params }: Props) => {
  const { slug, page: number } = await params
  return NUMBER.test(number) ? await getCategoryPage(slug, Number(number)) : undefined
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const page = await load(props)
  return page ? categoryMetadata(page, await getSite()) : missingMetadata
}

const Page = async (props: Props) => {
  const page = await load(props)
  return page ? <CategoryPage page={page} /> : <Missing />
}

export default Page
