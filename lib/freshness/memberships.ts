import { addressOfDocument } from '../routes.ts'
import type { ChangedDocument } from './changedDocument.ts'
import { tags } from './tags.ts'

/**
 * The lists that a document stands in, each with what decides its place there: a list changes when a document
 * enters it, leaves it or moves within it.
 */
export const membershipsOf = (document: ChangedDocument | undefined): Map<string, string> => {
  if (document === undefined) return new Map()
  return new Map([
    ...entriesOf(document),
    ...nameEntries(document),
    ...addressEntries(document),
    ...placeEntries(document),
  ])
}

/** Who stands at an address is also what nothing leads away from, and where redirects to the document lead. */
const placeEntries = ({ _id, _type, slug }: ChangedDocument): [string, string][] => {
  if (!slug) return []
  const address = addressOfDocument(_type, slug)
  return [
    [tags.slug(_type, slug), ''],
    ...(address === undefined ? [] : [entry(tags.redirect(address)), entry(tags.standing(_id), slug)]),
  ]
}

const entry = (tag: string, place = ''): [string, string] => [tag, place]

const entriesOf = (document: ChangedDocument): [string, string][] => {
  switch (document._type) {
    case 'article':
      return articleEntries(document)
    case 'category':
      return [[tags.categories(), JSON.stringify([document.order, document.title, document.parent])]]
    case 'country':
      return [[tags.countries(), JSON.stringify(document.name)]]
    case 'relation':
      return document.countries.map((id) => [tags.relationsOf(id), ''])
    case 'story':
      return [[tags.stories(), JSON.stringify([document.keepOnTop, document.title])]]
    case 'redirect':
      return redirectEntries(document)
    case 'banner':
      return [[tags.banners(), JSON.stringify(document.endsAt)]]
    default:
      return []
  }
}

/** What the search knows by name. */
const nameEntries = ({ _type, name, title, slug }: ChangedDocument): [string, string][] => {
  switch (_type) {
    case 'country':
    case 'author':
      return [[tags.names(), JSON.stringify([name, slug])]]
    case 'category':
    case 'topic':
    case 'story':
      return [[tags.names(), JSON.stringify([title, slug])]]
    default:
      return []
  }
}

const redirectEntries = ({ from, kind, to, target, title, at }: ChangedDocument): [string, string][] =>
  from === undefined ? [] : [[tags.redirect(from), JSON.stringify([kind, to, target, title, at])]]

/** Where the sitemap lists a document, and all that it says of it. */
const addressEntries = (document: ChangedDocument): [string, string][] => {
  const { _type, slug, firstPublishedAt, updatedAt, corrections, seo, countries } = document
  if (_type === 'relation') return [[tags.listAddresses(), JSON.stringify(countries)]]
  if (_type !== 'article')
    return addressOfDocument(_type, slug ?? '') === undefined ? [] : [[tags.listAddresses(), slug ?? '']]
  if (firstPublishedAt === undefined) return []
  const listed = [slug, firstPublishedAt, updatedAt, corrections, seo?.noIndex]
  return [[tags.addressesOf(firstPublishedAt.slice(0, 4)), JSON.stringify(listed)]]
}

const articleEntries = (article: ChangedDocument): [string, string][] => {
  const place = article.firstPublishedAt ?? article._createdAt ?? ''
  const points = pointsByCountry(article)
  const countries = new Set([...article.countries, ...points.keys()])
  return [
    [tags.latest(), place],
    ...[article.category ?? []]
      .flat()
      .map((id): [string, string] => [tags.articlesOf('category', id), place]),
    ...[article.story ?? []].flat().map((id): [string, string] => [tags.articlesOf('story', id), place]),
    ...article.topics.map((id): [string, string] => [tags.articlesOf('topic', id), place]),
    ...article.authors.map((id): [string, string] => [tags.articlesOf('author', id), place]),
    ...archiveEntries(article),
    ...correctionsEntries(article),
    ...[...countries].map((id): [string, string] => [
      tags.articlesOf('country', id),
      JSON.stringify([place, article.countries.includes(id), points.get(id) ?? []]),
    ]),
  ]
}

/** The archive goes by the day of publication alone: an article without one stands in no month. */
const archiveEntries = ({ firstPublishedAt = '' }: ChangedDocument): [string, string][] => {
  const [month, year] = /^(\d{4})-\d\d/.exec(firstPublishedAt) ?? []
  if (month === undefined || year === undefined) return []
  return [
    [tags.month(month), firstPublishedAt],
    [tags.monthsOf(year), month],
  ]
}

const correctionsEntries = ({ corrections }: ChangedDocument): [string, string][] =>
  corrections.length === 0 ? [] : [[tags.corrections(), JSON.stringify(corrections)]]

/** The key points that a country's page gathers from an article: of sections it acts in, and those that mention it. */
const pointsByCountry = (article: ChangedDocument): Map<string, unknown[]> => {
  const gathered = new Map<string, unknown[]>()
  for (const { actor, points } of article.sections)
    for (const point of points) {
      const mentioned = point.text.flatMap(({ markDefs }) => markDefs.map(({ document }) => document))
      for (const id of new Set([...mentioned, ...(actor?.country ? [actor.country] : [])]))
        gathered.set(id, [...(gathered.get(id) ?? []), point])
    }
  return gathered
}
