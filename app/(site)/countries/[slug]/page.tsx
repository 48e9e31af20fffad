import type { Metadata } from 'next'
import { CountryPage } from '../../../../components/country/CountryPage.tsx'
import { LiteLink } from '../../../../components/lite/LiteLink.tsx'
import { getCountry } from '../../../../lib/content/getCountry.ts'
import { getSite } from '../../../../lib/content/getSite.ts'
import { countriesLink } from '../../../../lib/format/placeLinks.ts'
import { wordsFor } from '../../../../lib/format/words/wordsFor.ts'
import { routes } from '../../../../lib/routes.ts'
import { breadcrumbJsonLd, countryJsonLd } from '../../../../lib/seo/jsonLd.ts'
import { countryMetadata } from '../../../../lib/seo/metadata.ts'
import { describeMissing, Missing } from '../../Missing.tsx'
import { StructuredData } from '../../StructuredData.tsx'

interface Props {
  params: Promise<{ slug: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const lookedFor = async ({ params }: Props) => ({ address: routes.country((await params).slug) })

const load = async ({ params }: Props) => {
  const { slug } = await params
  const [country, site] = await Promise.all([getCountry(slug), getSite()])
  return country && { country, site }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props)
  return found ? countryMetadata(found.country, found.site) : describeMissing(await lookedFor(props))
}

const Page = async (props: Props) => {
  const found = await load(props)
  if (!found) return <Missing {...(await lookedFor(props))} />
  const { country, site } = found
  const words = wordsFor(site.language)
  const here = { label: country.country.name, href: country.country.href }
  return (
    <>
      <StructuredData
        values={[countryJsonLd(country, site), breadcrumbJsonLd([countriesLink(words)], here, site)]}
      />
      <CountryPage page={country} words={words} />
      <LiteLink href={country.country.href} words={words} />
    </>
  )
}

export default Page
