import type { Metadata } from 'next'
import { ArticlePage } from '../../../../components/article/ArticlePage.tsx'
import { LiteLink } from '../../../../components/lite/LiteLink.tsx'
import { getArticle } from '../../../../lib/content/getArticle.ts'
import { getSite } from '../../../../lib/content/getSite.ts'
import { interfaceLanguageOf } from '../../../../lib/format/words/interfaceLanguage.ts'
import { wordsFor } from '../../../../lib/format/words/wordsFor.ts'
import { routes } from '../../../../lib/routes.ts'
import { articleJsonLd, breadcrumbJsonLd } from '../../../../lib/seo/jsonLd.ts'
import { articleMetadata } from '../../../../lib/seo/metadata.ts'
import { describeMissing, Missing } from '../../Missing.tsx'
import { StructuredData } from '../../StructuredData.tsx'

interface Props {
  params: Promise<{ slug: string }>
}

export const dynamicParams = true
export const revalidate = 3600
export const generateStaticParams = () => []

const lookedFor = async ({ params }: Props) => ({ address: routes.article((await params).slug) })

const load = async ({ params }: Props) => {
  const { slug } = await params
  const [article, site] = await Promise.all([getArticle(slug), getSite()])
  return article && { article, site }
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const found = await load(props)
  return found ? articleMetadata(found.article, found.site) : describeMissing(await lookedFor(props))
}

const Page = async (props: Props) => {
  const found = await load(props)
  if (!found) return <Missing {...(await lookedFor(props))} />
  const { article, site } = found
  const edition = wordsFor(site.language)
  const words = wordsFor(interfaceLanguageOf(article.language, site.language))
  const here = { label: article.headline, href: article.href }
  return (
    <>
      <StructuredData
        values={[articleJsonLd(article, site), breadcrumbJsonLd(article.breadcrumb, here, site)]}
      />
      <ArticlePage article={article} words={words} edition={edition} />
      <LiteLink href={article.href} words={edition} />
    </>
  )
}

export default Page
