/*
 * Keeps the pages of its scope for when there is no network: the first document, what was built, and the list of
 * classes. Nothing else of the API: what one person may see is not kept here.
 */
const CACHE = `gaoxin-kept ${self.registration.scope}`
const PAGE = self.registration.scope
const LISTS = ['/api/city/public/classes']

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

// The page tells what it loaded before this stood between it and the network; what an older build left goes.
self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep.map(String)))
})

async function keep(addresses) {
  const cache = await caches.open(CACHE)
  const before = await (await cache.match(PAGE))?.text()
  const page = await fetch(PAGE, { headers: { accept: 'text/html' } }).catch(() => undefined)
  const now = page?.ok ? await page.clone().text() : before
  if (page?.ok) await cache.put(PAGE, page)
  const wanted = addresses.filter((address) => new URL(address).origin === self.location.origin)
  await Promise.all(
    wanted.map(async (address) => {
      if (await cache.match(address)) return
      const answer = await fetch(address).catch(() => undefined)
      if (answer?.ok) await cache.put(address, answer)
    }),
  )
  // Of one build nothing goes: a part may come just now that the page could not tell of yet.
  if (before === undefined || before === now) return
  for (const { url } of await cache.keys())
    if (new URL(url).pathname.startsWith('/assets/') && !wanted.includes(url)) await cache.delete(url)
}

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(fresh(request, PAGE))
  else if (LISTS.includes(pathname)) event.respondWith(fresh(request, request.url))
  else if (pathname.startsWith('/assets/')) event.respondWith(kept(request))
})

/** From the network, else as it was kept. */
async function fresh(request, key) {
  const cache = await caches.open(CACHE)
  try {
    const answer = await fetch(request)
    if (answer.ok) await cache.put(key, answer.clone())
    return answer
  } catch (error) {
    const found = await cache.match(key)
    if (found) return found
    throw error
  }
}

/** As it was kept, else from the network: a built file never changes under its name. */
async function kept(request) {
  const cache = await caches.open(CACHE)
  const found = await cache.match(request)
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) await cache.put(request, answer.clone())
  return answer
}
