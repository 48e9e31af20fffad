import { getEnvironment } from '../../sanity/env.ts'
import { SAFETY_NET_SECONDS } from '../../sanity/fetchParsed.ts'
import { usualAddress } from '../addresses/usualAddress.ts'
import { isWithdrawalNote } from '../freshness/receipt.ts'
import { openLeftAddresses } from './leftAddresses.ts'

/** Marks the portal's own look at a page, which `proxy.ts` lets pass. Sent by others it does no harm. */
const LOOK_HEADER = 'x-meridian-look'
const KEPT_HEADERS = ['content-type', 'x-nextjs-cache']
/**
 * A browser keeps a 308 or 410 for ever unless it is told otherwise, and the page may come back. What stands before the
 * portal may keep it as long as a page.
 */
const KEEP_BY_ADDRESS = `public, max-age=0, s-maxage=${SAFETY_NET_SECONDS}, must-revalidate`

const left = openLeftAddresses(Date.now)

/**
 * The answer to a request for a page whose address says more than the page can: 308 to the usual spelling, 308 with
 * the query to where it moved, 410 with the note where it was withdrawn. Undefined for all others, which cost a look
 * into memory and no question.
 */
export const answerAddress = async (url: URL): Promise<Response | undefined> => {
  const { pathname, search } = url
  if (!isReadable(pathname)) return new Response('This is no address.', { status: 400 })
  const usual = usualAddress(pathname)
  if (usual !== pathname) return redirectTo(`${usual}${search}`, url)
  if (!(await mayHaveLeft(pathname))) return undefined
  const page = await look(pathname)
  const location = locationOf(page)
  if (location !== undefined) return redirectTo(withQuery(location, search), url)
  const text = page.headers.get('content-type')?.startsWith('text/html') ? await page.text() : ''
  return isWithdrawalNote(text) ? new Response(text, { status: 410, headers: keptHeaders(page) }) : undefined
}

const isReadable = (pathname: string): boolean => {
  try {
    decodeURIComponent(pathname)
    return true
  } catch {
    return false
  }
}

/** Capitals may be meant as small letters; pages of a list go where the list went, and pairs with their countries. */
const mayHaveLeft = async (pathname: string): Promise<boolean> => {
  if (/[A-Z]/.test(pathname.replace(/%[0-9A-F]{2}/g, ''))) return true
  const [, section = '', ...names] = pathname.split('/')
  const candidates = [pathname, ...(names.length === 2 ? names.map((name) => `/${section}/${name}`) : [])]
  return (await Promise.all(candidates.map(left.includes))).includes(true)
}

/** The page as Next keeps it: it knows what became of the address, and is purged when that changes. */
const look = (pathname: string): Promise<Response> =>
  fetch(`http://localhost:${getEnvironment().nextPort}${pathname}`, {
    redirect: 'manual',
    cache: 'no-store',
    headers: { [LOOK_HEADER]: '1' },
  })

/** Next says it twice when it has just made the page. */
const locationOf = ({ status, headers }: Response): string | undefined =>
  status === 307 || status === 308 ? headers.get('location')?.split(', ')[0] : undefined

const redirectTo = (target: string, url: URL) =>
  new Response(null, {
    status: 308,
    headers: { location: new URL(target, url).href, 'cache-control': KEEP_BY_ADDRESS },
  })

const withQuery = (location: string, search: string) => {
  if (search === '') return location
  const [path = '', fragment] = location.split('#')
  const joined = path.includes('?') ? `${path}&${search.slice(1)}` : `${path}${search}`
  return fragment === undefined ? joined : `${joined}#${fragment}`
}

const keptHeaders = (page: Response): [string, string][] => [
  ['cache-control', KEEP_BY_ADDRESS],
  ...KEPT_HEADERS.flatMap((name): [string, string][] => {
    const value = page.headers.get(name)
    return value === null ? [] : [[name, value]]
  }),
]
