import type { IncomingHttpHeaders } from 'node:http'
import { type Given, textOf } from './headers.ts'

/**
 * What becomes of a request. `through`: to Next and back, untouched. `finish`: asked of Next each time, and a page is
 * finished. `keep`: what is stored may answer.
 */
export type Way = 'through' | 'finish' | 'keep'

export interface Asked {
  method?: string | undefined
  url?: string | undefined
  headers: IncomingHttpHeaders
}

/** Next's own requests, routes that nobody reads as a page, and files. */
const neverPage = /^\/(?:_next|api|fonts|islands)\/|\.(?:js|css|map|woff2?|png|jpe?g|webp|avif|gif|ico)$/
/** Letters that need no escape: an address has one spelling, and none that strangers could add to. */
const plainAddress = /^(?:\/|(?:\/[a-z0-9_~-][a-z0-9._~-]*)+)$/
const draftCookie = /(?:^|;\s*)__prerender_bypass=/

export function wayOf({ method, url = '', headers }: Asked): Way {
  const [path = ''] = url.split('?')
  if ((method !== 'GET' && method !== 'HEAD') || hasBody(headers)) return 'through'
  if (neverPage.test(path) || isNextsOwn(headers) || isPersonal(headers)) return 'through'
  return plainAddress.test(url) ? 'keep' : 'finish'
}

const hasBody = (headers: IncomingHttpHeaders) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

const isNextsOwn = (headers: IncomingHttpHeaders) =>
  Object.keys(headers).some((name) => name === 'rsc' || name.startsWith('next-'))

/** An editor's look at drafts is nobody else's. */
const isPersonal = ({ cookie = '', authorization }: IncomingHttpHeaders) =>
  authorization !== undefined || draftCookie.test(cookie)

/** Whoever asks for no kept answer gets what Next says now: the portal's own look after a publish. */
export const isForNow = ({ 'cache-control': wish = '', pragma = '' }: IncomingHttpHeaders): boolean =>
  /\bno-cache\b/i.test(`${wish},${pragma}`)

const texts = /^(?:text\/|application\/(?:json|xml|[a-z.-]+\+(?:json|xml))\b|image\/svg\+xml)/

export const isText = (headers: Given): boolean => texts.test(textOf(headers['content-type']))
export const isHtml = (headers: Given): boolean => textOf(headers['content-type']).startsWith('text/html')

/** What an answer may differ by and still be one for all readers, of whom none sends these (`wayOf`). */
const sameForReaders = /^(?:accept-encoding|rsc|next-.+)$/

/** Whether Next says that an answer is everybody's and may be stored. */
export function isKeepable(status: number, headers: Given): boolean {
  const lifetime = textOf(headers['cache-control'])
  const differsBy = textOf(headers.vary)
    .toLowerCase()
    .split(/\s*,\s*/)
  return (
    status === 200 &&
    isText(headers) &&
    headers['set-cookie'] === undefined &&
    /\b(?:s-maxage|max-age)=[1-9]/i.test(lifetime) &&
    !/\b(?:no-store|no-cache|private)\b/i.test(lifetime) &&
    differsBy.every((name) => name === '' || sameForReaders.test(name))
  )
}
