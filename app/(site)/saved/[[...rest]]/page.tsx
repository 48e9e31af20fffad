import type { Metadata } from 'next'
import { SavedPage } from '../../../../components/saved/SavedPage.tsx'
import { getSite } from '../../../../lib/content/getSite.ts'
import { wordsFor } from '../../../../lib/format/words/wordsFor.ts'
import { missingMetadata, savedMetadata } from '../../../../lib/seo/metadata.ts'
import { Missing } from '../../Missing.tsx'

interface Props {
  params: Promise<{ rest?: string[] }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const site = await getSite()
  return (await params).rest ? missingMetadata(site) : savedMetadata(site)
}

const Page = async ({ params }: Props) => {
  if ((await params).rest) return <Missing />
  return <SavedPage words={wordsFor((await getSite()).language)} />
}

export default Page
