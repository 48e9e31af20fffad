import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CategoryPage } from '../../../../components/category/CategoryPage.tsx'
import { getCategoryPage } from '../../../../lib/content/getCategoryPage.ts'

interface Props {
  params: Promise<{ slug: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({})

const Page = async ({ params }: Props) => {
  const page = await getCategoryPage((await params).slug, 1)
  if (!page) notFound()
  return <CategoryPage page={page} />
}

export default Page
