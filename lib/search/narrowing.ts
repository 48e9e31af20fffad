import type { StoredName } from '../../sanity/queries/names.ts'
import type { SearchCondition } from '../../sanity/queries/rankedArticles.ts'
import { type SearchNarrowing, type SearchPeriod, searchPeriods } from '../model/search.ts'
import { nameAt } from './names.ts'

const DAY = 24 * 60 * 60 * 1000
const DAYS: Record<SearchPeriod, number> = { day: 1, week: 7, month: 31, year: 365 }

/** Documents that a search may be narrowed to, in the order of its address. */
export const narrowingKinds = ['category', 'country', 'topic', 'author'] as const

type Asked = Readonly<Record<string, string | string[] | undefined>>

/** What an address narrows a search to. What names nothing that we know is left out. */
export const parseNarrowing = (asked: Asked, names: readonly StoredName[]): SearchNarrowing => {
  const slugOf = (kind: (typeof narrowingKinds)[number]) => nameAt(names, kind, single(asked[kind]))?.slug
  const year = /^(19|20)\d\d$/.exec(single(asked.year) ?? '')?.[0]
  const since = searchPeriods.find((period) => period === single(asked.since))
  return {
    category: slugOf('category'),
    country: slugOf('country'),
    topic: slugOf('topic'),
    author: slugOf('author'),
    year,
    since: year === undefined ? since : undefined,
  }
}

export const isNarrowed = (narrowing: SearchNarrowing): boolean =>
  Object.values(narrowing).some((value) => value !== undefined)

/** The page that is asked for; what is no number from 2 on is the first. */
export const parsePage = (asked: string | string[] | undefined): number => {
  const page = /^[1-9]\d{0,4}$/.exec(single(asked) ?? '')?.[0]
  return page === undefined ? 1 : Number(page)
}

/** A parameter that an address has once. */
export const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value

/** The values of a narrowing's conditions: ids, and moments as the lake stores them. */
export const conditionsOf = (
  narrowing: SearchNarrowing,
  names: readonly StoredName[],
  now: Date,
): Partial<Record<SearchCondition, string>> => {
  const ids = narrowingKinds.flatMap((kind) => {
    const id = nameAt(names, kind, narrowing[kind])?.id
    return id === undefined ? [] : [[kind, id] as const]
  })
  const { year, since } = narrowing
  return {
    ...Object.fromEntries(ids),
    ...(year === undefined
      ? {}
      : { from: `${year}-01-01T00:00:00.000Z`, until: `${Number(year) + 1}-01-01T00:00:00.000Z` }),
    ...(since === undefined ? {} : { from: beginOf(since, now) }),
  }
}

/** The moment from which a period that ends now runs. */
export const beginOf = (period: SearchPeriod, now: Date): string =>
  new Date(now.getTime() - DAYS[period] * DAY).toISOString()
