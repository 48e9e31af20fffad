import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CategoryPage } from '../../../../../components/category/CategoryPage.tsx'
import { getCategoryPage } from '../../../../../lib/content/getCategoryPage.ts'

interface Props {
  params: Promise<{ slug: string; page: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

/** From the second page on: the first has the address without a number. */
const load = async ({ params }: Props) => {
  const { slug, page } = await params
  return /^([2-9]|[1-9]\d+)$/.test(page) ? getCategoryPage(slug, Number(page)) : undefined
}

export const generateMetadata = async (props: Props): Promise<Metadata> => ({})

const Page = async (props: Props) => {
  const page = await load(props)
  if (!page) notFound()
  return <CategoryPage page={page} />
}

export default Page
