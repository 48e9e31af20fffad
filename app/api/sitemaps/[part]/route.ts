import { writeSitemap } from '../../../../lib/content/writeSitemap.ts'
import { missingOutput, toOutput } from '../../../../lib/feeds/output.ts'

export const dynamicParams = true
// The news sitemap leaves out what has grown old.
export const revalidate = 600
export const generateStaticParams = () => []

export const GET = async (_request: Request, { params }: { params: Promise<{ part: string }> }) => {
  const { part } = await params
  const xml = await writeSitemap(part)
  return xml === undefined ? missingOutput() : toOutput(xml, 'application/xml; charset=utf-8')
}
