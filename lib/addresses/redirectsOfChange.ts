import { createHash } from 'node:crypto'
import { type ChangedDocument, parseChange } from '../freshness/changedDocument.ts'
import { addressOfDocument } from '../routes.ts'

/** The redirect that the system keeps at an address which a document has left. */
export interface KeptRedirect {
  _id: string
  _type: 'redirect'
  from: string
  kind: 'moved' | 'withdrawn'
  /** Weak: the document may be deleted. Where it stands now is asked when a reader comes. */
  target: { _type: 'reference'; _ref: string; _weak: true }
  /** What the page was called, for the note that takes its place. */
  title?: string
  at: string
  keptBy: 'system'
}

/** Where a document of a type may stand. */
export interface Place {
  type: string
  slug: string
  address: string
}

export interface RedirectsOfChange {
  /** The place that a document has left, and what should stand there unless somebody else does. */
  left: { place: Place; redirect: KeptRedirect } | undefined
  /** The place that a document has taken: nothing may lead away from it. */
  taken: Place | undefined
}

/**
 * What a change does to redirects. A redirect names the document and not its address, so chains have one hop,
 * however often it moves.
 * @param before The stored document before the change, or null.
 * @param after The stored document after the change, or null.
 */
export const redirectsOfChange = (before: unknown, after: unknown, now: Date): RedirectsOfChange => {
  const change = parseChange(before, after)
  const [old, current] = [placeOf(change.before), placeOf(change.after)]
  if (old?.address === current?.address) return { left: undefined, taken: undefined }
  return {
    left:
      old && change.before
        ? { place: old, redirect: redirectFrom(old, change.before, current ? 'moved' : 'withdrawn', now) }
        : undefined,
    taken: current,
  }
}

/** The addresses from which a change may lead readers away. */
export const addressesLeftBy = (before: unknown, after: unknown): string[] => {
  const { after: current } = parseChange(before, after)
  if (current?._type === 'redirect') return current.from === undefined ? [] : [current.from]
  const { left } = redirectsOfChange(before, after, new Date(0))
  return left === undefined ? [] : [left.place.address]
}

/** One redirect an address: written twice it is the same document. */
export const redirectId = (address: string): string =>
  `redirect-${createHash('sha256').update(address).digest('hex').slice(0, 32)}`

const placeOf = (document: ChangedDocument | undefined): Place | undefined => {
  if (document?.slug === undefined) return undefined
  const { _type: type, slug } = document
  const address = addressOfDocument(type, slug)
  return address === undefined ? undefined : { type, slug, address }
}

const redirectFrom = (
  { address }: Place,
  document: ChangedDocument,
  kind: KeptRedirect['kind'],
  now: Date,
): KeptRedirect => {
  const title = titleOf(document)
  return {
    _id: redirectId(address),
    _type: 'redirect',
    from: address,
    kind,
    target: { _type: 'reference', _ref: document._id, _weak: true },
    ...(title === undefined ? {} : { title }),
    at: now.toISOString(),
    keptBy: 'system',
  }
}

const titleOf = ({ headline, title, name }: ChangedDocument): string | undefined => {
  const words = headline ?? title ?? name
  return typeof words === 'string' && words.trim() !== '' ? words.trim() : undefined
}
