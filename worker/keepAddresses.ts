import { type KeptRedirect, redirectId, redirectsOfChange } from '../lib/addresses/redirectsOfChange.ts'
import { isAddressTaken } from '../lib/content/getDependents.ts'
import { getWritingClient } from '../sanity/client.ts'
import { fetchParsed } from '../sanity/fetchParsed.ts'
import { redirectsFrom } from '../sanity/queries/redirects.ts'

const UNCACHED = { tags: [], revalidate: 0 }

/**
 * Keeps redirects in step with a change. What is there now has the last word, not what the notice tells of: a notice
 * that comes twice, late or out of turn leaves no redirect at an address that somebody has.
 *
 * @returns what was done, for the log: `kept /articles/old`, `cleared /articles/new`
 */
export const keepAddresses = async (before: unknown, after: unknown, now: Date): Promise<string[]> => {
  const { left, taken } = redirectsOfChange(before, after, now)
  const done: string[] = []
  const transaction = getWritingClient().transaction()
  if (left && !(await isAddressTaken(left.place.type, left.place.slug)) && !(await isKept(left.redirect))) {
    transaction.createOrReplace(left.redirect)
    done.push(`kept ${left.place.address}`)
  }
  if (taken && (await isAddressTaken(taken.type, taken.slug)) && (await hasOwn(taken.address))) {
    transaction.delete(redirectId(taken.address))
    done.push(`cleared ${taken.address}`)
  }
  if (done.length > 0) await transaction.commit({ visibility: 'sync' })
  return done
}

const ownRedirect = async (address: string) =>
  (await fetchParsed(redirectsFrom, { from: address }, UNCACHED)).find(
    ({ _id }) => _id === redirectId(address),
  )

const hasOwn = async (address: string) => (await ownRedirect(address)) !== undefined

/** A redirect that says the same already keeps its date, and what an editor has made of its title. */
const isKept = async ({ from, kind, target }: KeptRedirect) => {
  const known = await ownRedirect(from)
  return known?.kind === kind && known.target === target._ref
}
