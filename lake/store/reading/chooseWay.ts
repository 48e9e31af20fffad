import { type ConditionSql, implies } from './conditionSql.ts'
import type { ListCounts } from './listCounts.ts'

/** A condition and how many rows it lists, as far as they were counted. */
export interface Listing {
  condition: ConditionSql
  total: number
}

/** How a selection is come by: all that one condition lists, or a walk in the order's index. */
export interface Way {
  shortest: Listing
  /** How many rows a condition lists, as far as it was counted. */
  totalOf: (condition: ConditionSql) => number
  collects: boolean
  /** How many rows a walk is likely to look at for the documents that are wanted. */
  walked: number
}

/** Rows that are counted of a list before it is taken for a long one, and when that leaves too much open. */
const [counted, countedAgain, countedWords] = [2000, 20_000, 10_000]
/** Documents that a reader is likely to want who does not say. */
const usuallyWanted = 32
/** What a row costs that is collected, to that of one in a walk. */
const collecting = 2.2

/** The lists of the conditions, the shortest first; the others are counted only as far as it matters. */
function listingsOf(counts: ListCounts, conditions: readonly ConditionSql[], limit: number): Listing[] {
  const listings: Listing[] = []
  for (const condition of conditions) {
    const total = counts.of(condition, condition.pick ? Math.max(limit, countedWords) : limit)
    listings.push({ condition, total })
    // Nothing, or hardly anything: the rest need not be known.
    if (total < usuallyWanted) break
  }
  return listings.sort((one, other) => one.total - other.total)
}

/** The condition that lists the fewest, counted far enough to tell; undefined without conditions. */
export function shortestListing(
  counts: ListCounts,
  conditions: readonly ConditionSql[],
): Listing | undefined {
  const [only, ...others] = conditions
  if (only && others.length === 0) return { condition: only, total: counts.of(only, counted) }
  const [shortest] = listingsOf(counts, conditions, counted)
  if (!shortest || shortest.total < counted) return shortest
  return listingsOf(counts, conditions, countedAgain)[0]
}

/** @param all how many documents the order's index has @param wanted how many are likely to be read */
export function chooseWay(
  counts: ListCounts,
  conditions: readonly ConditionSql[],
  { all, wanted = usuallyWanted }: { all: number; wanted: number | undefined },
): Way | undefined {
  const sizes = { all, wanted }
  const way = wayOf(listingsOf(counts, conditions, counted), sizes)
  const isOpen = way && way.shortest.total >= counted && way.walked > counted
  return isOpen ? wayOf(listingsOf(counts, conditions, countedAgain), sizes) : way
}

function wayOf(
  listings: readonly Listing[],
  { all, wanted }: { all: number; wanted: number },
): Way | undefined {
  const [shortest] = listings
  if (!shortest) return undefined
  const totals = new Map(listings.map(({ condition, total }) => [condition, total]))
  const share = listings
    .filter(({ condition }) => !isImplied(condition, listings))
    .reduce((product, { total }) => product * Math.min(1, total / all), 1)
  const walked = Math.min(all, wanted / share)
  return {
    shortest,
    totalOf: (condition) => totals.get(condition) ?? 0,
    walked,
    collects: shortest.total * collecting <= walked,
  }
}

/** Whether another condition leaves this one nothing to leave out. */
function isImplied(condition: ConditionSql, listings: readonly Listing[]): boolean {
  return listings.some(
    (other) =>
      other.condition !== condition &&
      !other.condition.targets?.isAnywhere &&
      implies(other.condition, condition),
  )
}
