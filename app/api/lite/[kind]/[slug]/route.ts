import { writeLitePage } from '../../../../../lib/content/writeLitePage.ts'
import { missingOutput, toOutput } from '../../../../../lib/feeds/output.ts'

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const GET = async (
  _request: Request,
  { params }: { params: Promise<{ kind: string; slug: string }> },
) => {
  const { kind, slug } = await params
  const html = await writeLitePage(kind, slug)
  return html === undefined ? missingOutput() : toOutput(html, 'text/html; charset=utf-8')
}
