import { getDeparture } from '../../../../../../lib/content/getDeparture.ts'
import { getFeed } from '../../../../../../lib/content/getFeed.ts'
import { getSite } from '../../../../../../lib/content/getSite.ts'
import { missingOutput, toDeparted } from '../../../../../../lib/feeds/output.ts'
import { writeFeed } from '../../../../../../lib/feeds/writeFeed.ts'
import { addressOfDocument, feedFormatOf, feedListOf } from '../../../../../../lib/routes.ts'

interface Context {
  params: Promise<{ list: string; slug: string; file: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const GET = async (_request: Request, { params }: Context) => {
  const { list, slug, file } = await params
  const [known, format] = [feedListOf(list), feedFormatOf(file)]
  if (known === undefined || format === undefined) return missingOutput()
  const [feed, site] = await Promise.all([getFeed(known, slug), getSite()])
  if (feed) return writeFeed(feed, format, site)
  const address = addressOfDocument(known, slug)
  return toDeparted(address === undefined ? undefined : await getDeparture(address), file)
}
