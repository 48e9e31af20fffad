import { getArticle } from '../../../../lib/content/getArticle.ts'
import { getSite } from '../../../../lib/content/getSite.ts'
import { articleMarkdown } from '../../../../lib/feeds/articleMarkdown.ts'
import { missingOutput, toOutput } from '../../../../lib/feeds/output.ts'

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const GET = async (_request: Request, { params }: { params: Promise<{ slug: string }> }) => {
  const { slug } = await params
  const [article, site] = await Promise.all([getArticle(slug), getSite()])
  if (article === undefined) return missingOutput()
  return toOutput(
    articleMarkdown(article, site),
    'text/markdown; charset=utf-8',
    article.updatedAt ?? article.firstPublishedAt,
  )
}
