import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FrontPage } from '../../../components/front/FrontPage.tsx'
import { EditorialPage } from '../../../components/site/EditorialPage.tsx'
import { getFront } from '../../../lib/content/getFront.ts'
import { getPage } from '../../../lib/content/getPage.ts'
import { getSite } from '../../../lib/content/getSite.ts'

interface Props {
  params: Promise<{ path?: string[] }>
}

// The front is the optional segment left out. A page without dynamic segments would be made at build time, when no
// content is at hand (docs/adr/0002).
export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({})

const Page = async ({ params }: Props) => {
  const [slug, ...deeper] = (await params).path ?? []
  if (slug === undefined) {
    const [front, site] = await Promise.all([getFront(), getSite()])
    return <FrontPage front={front} name={site.name} />
  }
  const page = deeper.length === 0 ? await getPage(slug) : undefined
  if (!page) notFound()
  return <EditorialPage heading={page.title} body={page.body} />
}

export default Page
