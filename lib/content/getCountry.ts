import { cache } from 'react'
import { articlesNamingCountry, articlesOfCountry } from '../../sanity/queries/articleLists.ts'
import { countries, countryNames } from '../../sanity/queries/countries.ts'
import { articlesWithPoints } from '../../sanity/queries/countryPoints.ts'
import { mentioned } from '../../sanity/queries/mentioned.ts'
import { relationsOfCountry } from '../../sanity/queries/relations.ts'
import { sources } from '../../sanity/queries/sources.ts'
import { tags } from '../freshness/tags.ts'
import type { Country } from '../model/country.ts'
import { toCountry } from '../model/toCountry.ts'
import { mentionsIn } from '../model/toRichText.ts'
import { loadCoverage } from './loadCoverage.ts'
import { inOrder, loadDocuments, loadIdBySlug, loadIds, loadSubject } from './loadDocuments.ts'
import { loadRelations } from './loadRelations.ts'
import { loadTeasers } from './loadTeasers.ts'

const ARTICLES_SHOWN = 12
/** How many articles are looked through for key points. */
const ARTICLES_READ = 40

/**
 * The country at a slug with everything that its page shows; undefined when none is published there.
 * @throws ContentError when the country does not keep its schema, ContentUnreachable without an answer.
 */
export const getCountry = cache(async (slug: string): Promise<Country | undefined> => {
  const id = await loadIdBySlug('country', slug)
  const stored = id === undefined ? undefined : await loadSubject(countries, id)
  if (id === undefined || stored === undefined) return undefined
  const [sourceDocuments, neighbours, relations, articles, withPoints, coverage] = await Promise.all([
    loadDocuments(
      sources,
      stored.facts.flatMap(({ source }) => source ?? []),
    ),
    loadDocuments(countryNames, stored.neighbours),
    loadRelationsOf(id),
    loadArticles(id),
    loadArticlesWithPoints(id),
    loadCoverage(id, new Date()),
  ])
  const texts = withPoints.flatMap(({ sections }) =>
    sections.flatMap(({ points }) => points.map(({ text }) => text)),
  )
  return toCountry(stored, {
    sources: sourceDocuments,
    neighbours,
    mentions: await loadDocuments(mentioned, [stored.about ?? [], ...texts].flatMap(mentionsIn)),
    articlesWithPoints: withPoints,
    articles,
    coverage,
    relations,
  })
})

const loadRelationsOf = async (country: string) => {
  const ids = await loadIds(relationsOfCountry, { country }, [tags.relationsOf(country)])
  return [...(await loadRelations(ids)).values()]
}

const loadArticles = async (id: string) =>
  loadTeasers(
    await loadIds(articlesOfCountry, { id, limit: ARTICLES_SHOWN }, [tags.articlesOf('country', id)]),
  )

const loadArticlesWithPoints = async (id: string) => {
  const ids = await loadIds(articlesNamingCountry, { id, limit: ARTICLES_READ }, [
    tags.articlesOf('country', id),
  ])
  return inOrder(ids, await loadDocuments(articlesWithPoints, ids))
}
