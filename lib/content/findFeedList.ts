import {
  articlesOfAuthor,
  articlesOfCategory,
  articlesOfCountry,
  articlesOfStory,
  articlesOfTopic,
  latestArticles,
} from '../../sanity/queries/articleLists.ts'
import { authors } from '../../sanity/queries/authors.ts'
import { categories } from '../../sanity/queries/categories.ts'
import { countryNames } from '../../sanity/queries/countries.ts'
import { labels } from '../../sanity/queries/labels.ts'
import type { Words } from '../format/words/wordsFor.ts'
import { type ArticleListType, tags } from '../freshness/tags.ts'
import { withThoseBelow } from '../model/toCategory.ts'
import { addressOfDocument, type FeedList } from '../routes.ts'
import { loadCategories } from './loadCategories.ts'
import { loadIdBySlug, loadIds, loadSubject } from './loadDocuments.ts'

/** Enough for a reader's program that looks in once a day. */
const NEWEST = 30

export interface FoundList {
  ids: string[]
  label?: string
  href?: string | undefined
  describe?: (words: Words['feed'], site: string) => string
}

/** The newest articles of a list, by id, and what the list is called; undefined when it is not published. */
export const findFeedList = async (list: FeedList, slug = ''): Promise<FoundList | undefined> => {
  if (list === 'site') return { ids: await loadIds(latestArticles, { limit: NEWEST }, [tags.latest()]) }
  const id = await loadIdBySlug(list, slug)
  const label = id === undefined ? undefined : await loadLabel(list, id)
  if (id === undefined || label === undefined) return undefined
  return {
    ids: await loadNewest(list, id),
    label,
    href: addressOfDocument(list, slug),
    describe: (words, site) => describers[list](words)(label, site),
  }
}

/** A category's feed has the articles of those below it, as its page has. */
const loadNewest = async (list: ArticleListType, id: string): Promise<string[]> => {
  if (list !== 'category') return loadIds(LISTS[list], { id, limit: NEWEST }, [tags.articlesOf(list, id)])
  const ids = withThoseBelow(id, await loadCategories())
  const lists = ids.map((each) => tags.articlesOf('category', each))
  return loadIds(articlesOfCategory, { ids, limit: NEWEST }, lists)
}

const LISTS = {
  country: articlesOfCountry,
  topic: articlesOfTopic,
  story: articlesOfStory,
  author: articlesOfAuthor,
}

const describers: Record<ArticleListType, (words: Words['feed']) => (label: string, site: string) => string> =
  {
    category: ({ articlesIn }) => articlesIn,
    country: ({ articlesAbout }) => articlesAbout,
    topic: ({ articlesAbout }) => articlesAbout,
    story: ({ articlesAbout }) => articlesAbout,
    author: ({ articlesBy }) => articlesBy,
  }

const loadLabel = async (list: ArticleListType, id: string): Promise<string | undefined> => {
  switch (list) {
    case 'category':
      return (await loadSubject(categories, id))?.title
    case 'topic':
    case 'story':
      return (await loadSubject(labels, id))?.title
    case 'country':
      return (await loadSubject(countryNames, id))?.name
    case 'author':
      return (await loadSubject(authors, id))?.name
  }
}
