import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CategoryPage } from '../../../../../components/category/CategoryPage.tsx'
import { getCategoryPage } from '../../../../../lib/content/getCategoryPage.ts'
import { getSite } from '../../../../../lib/content/getSite.ts'
import { categoryMetadata } from '../../../../../lib/seo/metadata.ts'

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
  const page = NUMBER.test(number) ? await getCategoryPage(slug, Number(number)) : undefined
  if (!page) notFound()
  return page
}

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  categoryMetadata(await load(props), await getSite())

const Page = async (props: Props) => <CategoryPage page={await load(props)} />

export default Page
