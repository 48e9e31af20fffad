import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FrontPage } from '../../../components/front/FrontPage.tsx'
import { EditorialPage } from '../../../components/site/EditorialPage.tsx'
import { getFront } from '../../../lib/content/getFront.ts'
import { getPage } from '../../../lib/content/getPage.ts'
import { getSite } from '../../../lib/content/getSite.ts'
import { frontMetadata, pageMetadata } from '../../../lib/seo/metadata.ts'

interface Props {
  params: Promise<{ path?: string[] }>
}

// The front is the optional segment left out. A page without dynamic segments would be made at build time, when no
// content is at hand (docs/adr/0002).
export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

/** No standing page lies deeper than one segment. */
const findPage = async ([slug, ...deeper]: [string, ...string[]]) => {
  const page = deeper.length === 0 ? await getPage(slug) : undefined
  if (!page) notFound()
  return { page, slug }
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const [first, ...rest] = (await params).path ?? []
  if (first === undefined) return frontMetadata(await getFront(), await getSite())
  const { page, slug } = await findPage([first, ...rest])
  return pageMetadata(page, slug, await getSite())
}

const Page = async ({ params }: Props) => {
  const [first, ...rest] = (await params).path ?? []
  if (first === undefined) return <FrontPage front={await getFront()} name={(await getSite()).name} />
  const { page } = await findPage([first, ...rest])
  return <EditorialPage heading={page.title} body={page.body} />
}

export default Page
