import { cache } from 'react'
import { fetchDocuments, fetchParsed } from '../../sanity/fetchParsed.ts'
import { redirectsFrom, type StoredRedirect, standing } from '../../sanity/queries/redirects.ts'
import { placeAt } from '../addresses/placeAt.ts'
import { tags } from '../freshness/tags.ts'
import type { Departure } from '../model/departure.ts'
import { addressOfDocument, routes } from '../routes.ts'
import { announceLeft } from './leftAddresses.ts'
import { loadIdBySlug } from './loadDocuments.ts'

/** Longer ones would not fit a tag, and no page of ours has one. */
const LONGEST_ADDRESS = 220
/** How many redirects of editors may follow each other. */
const MOST_HOPS = 8

/**
 * What became of the page that readers look for at an address where nothing is published; undefined when nobody
 * ever heard of it. However often a page moved, the answer is where it stands now.
 * @param rest What follows the address in the one that was asked for: `/2`.
 */
export const getDeparture = cache(async (address: string, rest = ''): Promise<Departure | undefined> => {
  const left = await follow(address)
  // As many as there are redirects: in capitals there is no end of addresses, and the proxy looks at those anyway.
  if (left !== undefined) announceLeft([address])
  const departure = left ?? (await inSmallLetters(address))
  return departure?.kind === 'withdrawn' && !isWholePage(address, rest) ? undefined : departure
})

/** A note is for the page itself, in whatever order it was told: the later pages of a list are not worth one. */
const isWholePage = (address: string, rest: string): boolean => {
  const place = placeAt(address)
  return rest === '' || (place?.type === 'story' && routes.storyFromStart(place.slug) === `${address}${rest}`)
}

const follow = async (address: string): Promise<Departure | undefined> => {
  const passed: string[] = []
  for (let here = address; ; ) {
    const redirect = await loadRedirect(here)
    if (redirect === undefined) return here === address ? undefined : { kind: 'moved', href: here }
    const { kind, to, target } = redirect
    if (target !== undefined) return followTo(target, redirect, address)
    if (to === undefined || kind === 'withdrawn') return toWithdrawal(address, redirect)
    passed.push(here)
    // Editors can send readers in a circle: nobody ever stood there.
    if (passed.includes(to)) return undefined
    if (passed.length === MOST_HOPS || (await isStanding(to))) return { kind: 'moved', href: to }
    here = to
  }
}

const loadRedirect = async (from: string): Promise<StoredRedirect | undefined> => {
  if (from.length > LONGEST_ADDRESS) return undefined
  const redirects = await fetchParsed(redirectsFrom, { from }, { tags: [tags.redirect(from)] })
  return redirects.find(({ keptBy }) => keptBy === 'editor') ?? redirects[0]
}

/** To where the document stands now; a note while it is not published. */
const followTo = async (
  id: string,
  redirect: StoredRedirect,
  address: string,
): Promise<Departure | undefined> => {
  const [document] = await fetchDocuments(standing, [id], { tags: [tags.standing(id)] })
  const href = document && addressOfDocument(document._type, document.slug)
  if (href === undefined) return toWithdrawal(address, redirect)
  return href === address ? undefined : { kind: 'moved', href }
}

const isStanding = async (href: string): Promise<boolean> => {
  const place = placeAt(href.replace(/[?#].*$/, ''))
  return place !== undefined && (await loadIdBySlug(place.type, place.slug)) !== undefined
}

/** Addresses are in small letters; one that was typed in others leads to the page, if there is one. */
const inSmallLetters = async (address: string): Promise<Departure | undefined> => {
  const small = address.toLowerCase()
  if (small === address) return undefined
  return (await isStanding(small)) ? { kind: 'moved', href: small } : follow(small)
}

const toWithdrawal = (address: string, { title, at }: StoredRedirect): Departure => ({
  kind: 'withdrawn',
  isArticle: placeAt(address)?.type === 'article',
  title,
  at,
})
