import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ArticlePage } from '../../../../components/article/ArticlePage.tsx'
import { getArticle } from '../../../../lib/content/getArticle.ts'

interface Props {
  params: Promise<{ slug: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({})

const Page = async ({ params }: Props) => {
  const article = await getArticle((await params).slug)
  if (!article) notFound()
  return <ArticlePage article={article} />
}

export default Page
