import type { Metadata } from 'next'
import { SearchPage } from '../../../components/search/SearchPage.tsx'
import { getSearchPage, type SearchParameters } from '../../../lib/content/getSearchPage.ts'
import { getSite } from '../../../lib/content/getSite.ts'
import { wordsFor } from '../../../lib/format/words/wordsFor.ts'
import { single } from '../../../lib/search/narrowing.ts'
import { parseSearch } from '../../../lib/search/parseSearch.ts'
import { searchMetadata } from '../../../lib/seo/searchMetadata.ts'
import { Missing } from '../Missing.tsx'

interface Props {
  searchParams: Promise<SearchParameters>
}

/** Anybody may ask anything: no answer is kept as a page. */
export const dynamic = 'force-dynamic'

export const generateMetadata = async ({ searchParams }: Props): Promise<Metadata> => {
  const { text } = parseSearch(single((await searchParams).q) ?? '')
  return searchMetadata(text, await getSite())
}

const Page = async ({ searchParams }: Props) => {
  const [page, site] = await Promise.all([getSearchPage(await searchParams), getSite()])
  return page ? <SearchPage page={page} words={wordsFor(site.language)} /> : <Missing />
}

export default Page
