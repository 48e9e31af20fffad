import type { Metadata } from 'next'
import { CountriesPage } from '../../../../components/country/CountriesPage.tsx'
import { getCountries } from '../../../../lib/content/getCountries.ts'
import { getSite } from '../../../../lib/content/getSite.ts'
import { wordsFor } from '../../../../lib/format/words/wordsFor.ts'
import { countriesMetadata, missingMetadata } from '../../../../lib/seo/metadata.ts'
import { Missing } from '../../Missing.tsx'

interface Props {
  params: Promise<{ rest?: string[] }>
}

// As on the front: the list is the optional segment left out, so that it is not made at build time.
export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const site = await getSite()
  return (await params).rest ? missingMetadata(site) : countriesMetadata(site)
}

const Page = async ({ params }: Props) => {
  if ((await params).rest) return <Missing />
  const [index, site] = await Promise.all([getCountries(), getSite()])
  return <CountriesPage index={index} words={wordsFor(site.language)} />
}

export default Page
