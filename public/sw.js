/*
 * Reading offline: keeps saved articles, each with its stylesheets, fonts and pictures, and the page that lists them.
 * Nothing else is kept, and what is kept is read only when the network does not answer.
 */
const PREFIX = 'meridian-1 '
const SAVED = '/saved'
const RESOURCE = /<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]+)"/g
const nameOf = (address) => PREFIX + address

/** What a page is printed with. */
const resourcesOf = (html) =>
  [...html.matchAll(RESOURCE)]
    .filter(([tag]) =>
      tag.startsWith('<img')
        ? !tag.includes('src="data:')
        : /rel="stylesheet"|as="font"|src="\/islands\//.test(tag),
    )
    .map(([, address]) => address.replaceAll('&amp;', '&'))

/** A page replaces what is kept of it only when it has come. */
const keepPage = async (address) => {
  const page = await fetch(address, { cache: 'no-cache' })
  if (!page.ok || page.redirected) return
  const html = await page.clone().text()
  await caches.delete(nameOf(address))
  const cache = await caches.open(nameOf(address))
  await cache.put(address, page)
  await Promise.allSettled([...new Set(resourcesOf(html))].map((each) => keepResource(cache, each)))
}

const keepResource = async (cache, address) => {
  const isOurs = new URL(address, location.origin).origin === location.origin
  const answer = await fetch(address, { mode: isOurs ? 'cors' : 'no-cors' })
  // A picture from elsewhere says nothing of itself, and is shown as it is.
  if (answer.ok || answer.type === 'opaque') await cache.put(address, answer)
}

const ours = async () => (await caches.keys()).filter((name) => name.startsWith('meridian-'))

const leave = async () => {
  for (const name of await ours()) await caches.delete(name)
  await registration.unregister()
}

/** A picture offline may be the kept one of another size. */
const readKept = async (request) =>
  (await caches.match(request, { ignoreVary: true })) ??
  (request.destination === 'image' ? await caches.match(request, { ignoreSearch: true }) : undefined) ??
  (request.mode === 'navigate' ? await caches.match(SAVED, { ignoreVary: true }) : undefined) ??
  Response.error()

addEventListener('install', (event) => event.waitUntil(keepPage(SAVED).then(() => skipWaiting())))

addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await ours()) if (!name.startsWith(PREFIX)) await caches.delete(name)
      await clients.claim()
    })(),
  ),
)

addEventListener('message', (event) => {
  const { data } = event
  const work = {
    keep: () => Promise.all([SAVED, data.address].map(keepPage)),
    drop: () => caches.delete(nameOf(data.address)),
    leave,
  }[data?.kind]
  if (work) event.waitUntil(work())
})

addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET' || (request.mode !== 'navigate' && request.destination === '')) return
  event.respondWith(fetch(request).catch(() => readKept(request)))
})
