import { fetchParsed } from '../../sanity/fetchParsed.ts'
import type { StoredArticle } from '../../sanity/queries/articles.ts'
import { besideArticle } from '../../sanity/queries/besideArticle.ts'
import { teasers } from '../../sanity/queries/teasers.ts'
import { tags } from '../freshness/tags.ts'
import { loadCategoriesWith } from './loadCategories.ts'
import { loadDocuments } from './loadDocuments.ts'
import { loadRelations } from './loadRelations.ts'

/** How many articles of each list are looked at when related ones are ranked. */
const CANDIDATES = 24
/** Next takes 128 tags a fetch; nobody reads an article about more countries or topics than this. */
const SUBJECTS = 30

/** What might stand beside an article: the candidates for "related" and "more from", and relations of its countries. */
export const loadBeside = async (stored: StoredArticle) => {
  const lists = await loadLists(stored)
  const boxed = stored.sections.flatMap((section) =>
    section._type === 'relationBox' ? section.relation : [],
  )
  const [{ candidates, categories }, relations] = await Promise.all([
    loadCandidates(stored, lists),
    loadRelations([...boxed, ...lists.relations]),
  ])
  const about = new Map(lists.about.map(({ _id, articles }) => [_id, articles]))
  const coverage = { articles: lists.articles, about }
  return { newestOfCategory: lists.category, coverage, candidates, categories, relations }
}

const loadCandidates = async (stored: StoredArticle, lists: Awaited<ReturnType<typeof loadLists>>) => {
  const { category, story, countries, topics } = lists
  const ids = [...category, ...story, ...countries, ...topics, ...stored.relatedPinned]
  const candidates = await loadDocuments(teasers, ids)
  const desks = [...candidates.values()].map((candidate) => candidate.category)
  return { candidates, categories: await loadCategoriesWith([stored.category, ...desks]) }
}

const loadLists = ({ category, story, countries: all, topics: every }: StoredArticle) => {
  const [countries, topics] = [all.slice(0, SUBJECTS), every.slice(0, SUBJECTS)]
  return fetchParsed(
    besideArticle,
    { category, story: story ?? '', countries, topics, limit: CANDIDATES },
    {
      tags: [
        tags.articlesOf('category', category),
        ...(story === undefined ? [] : [tags.articlesOf('story', story)]),
        ...countries.flatMap((id) => [tags.articlesOf('country', id), tags.relationsOf(id)]),
        ...topics.map((id) => tags.articlesOf('topic', id)),
      ],
    },
  )
}
