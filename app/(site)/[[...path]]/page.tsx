import type { Metadata } from 'next'
import { FrontPage } from '../../../components/front/FrontPage.tsx'
import { LiteLink } from '../../../components/lite/LiteLink.tsx'
import { EditorialPage } from '../../../components/site/EditorialPage.tsx'
import { getFront } from '../../../lib/content/getFront.ts'
import { getPage } from '../../../lib/content/getPage.ts'
import { getSite } from '../../../lib/content/getSite.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { routes } from '../../../lib/routes.ts'
import { frontMetadata, pageMetadata } from '../../../lib/seo/metadata.ts'
import { siteJsonLd } from '../../../lib/seo/publisherJsonLd.ts'
import { describeMissing, Missing } from '../Missing.tsx'
import { StructuredData } from '../StructuredData.tsx'

interface Props {
  params: Promise<{ path?: string[] }>
}

// The front is the optional segment left out. A page without dynamic segments would be made at build time, when no
// content is at hand (docs/adr/0002).
export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

/** No standing page lies deeper than one segment. */
const findPage = async (slug: string, deeper: string[]) =>
  deeper.length === 0 ? await getPage(slug) : undefined

/** Redirects of editors may begin deeper: at the addresses of an older site. */
const lookedFor = (slug: string, deeper: string[]) => ({ address: `/${[slug, ...deeper].join('/')}` })

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const [slug, ...deeper] = (await params).path ?? []
  if (slug === undefined) return frontMetadata(await getFront(), await getSite())
  const page = await findPage(slug, deeper)
  return page ? pageMetadata(page, slug, await getSite()) : describeMissing(lookedFor(slug, deeper))
}

const Page = async ({ params }: Props) => {
  const [slug, ...deeper] = (await params).path ?? []
  if (slug === undefined) {
    const [front, site] = await Promise.all([getFront(), getSite()])
    return (
      <>
        <StructuredData values={[siteJsonLd(site)]} />
        <FrontPage front={front} name={site.name} words={wordsFor(site.language)} />
        <LiteLink href={routes.front()} words={wordsFor(site.language)} />
      </>
    )
  }
  const page = await findPage(slug, deeper)
  if (!page) return <Missing {...lookedFor(slug, deeper)} />
  return <EditorialPage heading={page.title} body={page.body} words={wordsFor((await getSite()).language)} />
}

export default Page
