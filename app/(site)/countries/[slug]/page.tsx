import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CountryPage } from '../../../../components/country/CountryPage.tsx'
import { getCountry } from '../../../../lib/content/getCountry.ts'

interface Props {
  params: Promise<{ slug: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({})

const Page = async ({ params }: Props) => {
  const country = await getCountry((await params).slug)
  if (!country) notFound()
  return <CountryPage page={country} />
}

export default Page
