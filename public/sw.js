/*
 * Reading offline: keeps saved articles, each with its stylesheets, fonts and pictures, and the page that lists them.
 * Nothing else is kept, and what is kept is read only when the network does not answer.
 */
const PREFIX = 'meridian-1 '
const SAVED = '/saved'

/** What a page is printed with; its fonts are named before it, in its head or its headers. */
const resourcesOf = (html, headers) => [
  ...[...(headers.get('link') ?? '').matchAll(/<(\/fonts\/[^>]+)>/g)].map(([, address]) => address),
  ...(html.match(/<(?:link|script|img)\b[^>]*>/g) ?? [])
    .filter((tag) => /^<img|rel="stylesheet"|as="font"|src="\/islands\//.test(tag))
    .flatMap((tag) => /\s(?:href|src)="(?!data:)([^"]+)"/.exec(tag)?.[1] ?? [])
    .map((address) => address.replaceAll('&amp;', '&')),
]

const keepPage = async (address) => {
  const page = await fetch(address, { cache: 'no-cache' })
  if (!page.ok || page.redirected) return
  const resources = resourcesOf(await page.clone().text(), page.headers)
  const cache = await caches.open(PREFIX + address)
  await cache.put(address, page)
  await Promise.allSettled(resources.map((each) => keepResource(cache, each)))
  const kept = new Set([address, ...resources].map((each) => new URL(each, location.origin).href))
  for (const { url } of await cache.keys()) if (!kept.has(url)) await cache.delete(url)
}

const keepResource = async (cache, address) => {
  const isOurs = new URL(address, location.origin).origin === location.origin
  const answer = await fetch(address, { mode: isOurs ? 'cors' : 'no-cors' })
  // A picture from elsewhere says nothing of itself, and is shown as it is.
  if (answer.ok || answer.type === 'opaque') await cache.put(address, answer)
}

const drop = async (isUnwanted) => {
  for (const name of await caches.keys()) if (isUnwanted(name)) await caches.delete(name)
}

/** A picture offline may be the kept one of another size. */
const readKept = async (request) =>
  (await caches.match(request, { ignoreVary: true })) ??
  (request.destination === 'image' ? await caches.match(request, { ignoreSearch: true }) : undefined) ??
  (request.mode === 'navigate' ? await caches.match(SAVED, { ignoreVary: true }) : undefined) ??
  Response.error()

addEventListener('install', (event) => event.waitUntil(keepPage(SAVED).then(() => skipWaiting())))

addEventListener('activate', (event) =>
  event.waitUntil(drop((name) => !name.startsWith(PREFIX)).then(() => clients.claim())),
)

addEventListener('message', (event) => {
  const { kind, address } = event.data
  const work = {
    keep: () => Promise.all([SAVED, address].map(keepPage)),
    drop: () => caches.delete(PREFIX + address),
    leave: () => drop(() => true).then(() => registration.unregister()),
  }[kind]
  if (work) event.waitUntil(work())
})

addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || (request.mode !== 'navigate' && request.destination === '')) return
  event.respondWith(fetch(request).catch(() => readKept(request)))
})
