import type { Metadata } from 'next'
import { RelationPage } from '../../../../../components/country/RelationPage.tsx'
import { getRelation } from '../../../../../lib/content/getRelation.ts'
import { getSite } from '../../../../../lib/content/getSite.ts'
import { wordsFor } from '../../../../../lib/format/words/wordsFor.ts'
import { trailsFor } from '../../../../../lib/model/trails.ts'
import { breadcrumbJsonLd } from '../../../../../lib/seo/jsonLd.ts'
import { relationMetadata } from '../../../../../lib/seo/storyMetadata.ts'
import { describeMissing, type LookedFor, Missing } from '../../../Missing.tsx'
import { StructuredData } from '../../../StructuredData.tsx'

interface Props {
  params: Promise<{ slug: string; other: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const lookedFor = async ({ params }: Props): Promise<LookedFor> => {
  const { slug, other } = await params
  return { pair: [slug, other] }
}

const load = async ({ params }: Props) => {
  const { slug, other } = await params
  const [relation, site] = await Promise.all([getRelation(slug, other), getSite()])
  return relation && { relation, site, words: wordsFor(site.language) }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props)
  return found ? relationMetadata(found.relation, found.site) : describeMissing(await lookedFor(props))
}

const Page = async (props: Props) => {
  const found = await load(props)
  if (!found) return <Missing {...(await lookedFor(props))} />
  const { relation, site, words } = found
  const { countries } = trailsFor(words)
  const [first, second] = relation.countries
  const here = { label: words.relation.heading(first.name, second.name), href: relation.href }
  return (
    <>
      <StructuredData values={[breadcrumbJsonLd(countries, here, site)]} />
      <RelationPage relation={relation} breadcrumb={countries} words={words} />
    </>
  )
}

export default Page
