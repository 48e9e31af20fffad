import { cache } from 'react'
import { fetchParsed } from '../../sanity/fetchParsed.ts'
import { articlesOfBoth } from '../../sanity/queries/articleLists.ts'
import { countryNames } from '../../sanity/queries/countries.ts'
import { relationBetween, relations } from '../../sanity/queries/relations.ts'
import { tags } from '../freshness/tags.ts'
import type { Relation } from '../model/relation.ts'
import { toRelationPage } from '../model/toRelationPage.ts'
import { routes } from '../routes.ts'
import { loadDocuments, loadIdBySlug, loadIds, loadSubject } from './loadDocuments.ts'
import { loadTeasers } from './loadTeasers.ts'

const ARTICLES_SHOWN = 12

/**
 * What the countries at two slugs are to each other; undefined when nothing is published about the two, and for the
 * order that is not that of the address: whoever asks for that is redirected before this is asked.
 * @throws ContentError when the relation does not keep its schema, ContentUnreachable without an answer.
 */
export const getRelation = cache(async (one: string, other: string): Promise<Relation | undefined> => {
  if (one === other || routes.relation(one, other) !== routes.relationAsGiven(one, other)) return undefined
  const [first, second] = await Promise.all([loadIdBySlug('country', one), loadIdBySlug('country', other)])
  if (first === undefined || second === undefined) return undefined
  const id = await fetchParsed(
    relationBetween,
    { first, second },
    { tags: [tags.relationsOf(first), tags.relationsOf(second)] },
  )
  const stored = id === undefined ? undefined : await loadSubject(relations, id)
  const names = await loadDocuments(countryNames, [first, second])
  const [name, otherName] = [names.get(first), names.get(second)]
  if (stored === undefined || name === undefined || otherName === undefined) return undefined
  return toRelationPage(stored, [name, otherName], await loadArticles(first, second))
})

const loadArticles = async (first: string, second: string) =>
  loadTeasers(
    await loadIds(articlesOfBoth, { first, second, limit: ARTICLES_SHOWN }, [
      tags.articlesOf('country', first),
      tags.articlesOf('country', second),
    ]),
  )
