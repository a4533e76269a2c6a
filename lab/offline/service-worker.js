/**
 * The page without a network. The build puts FILES, the names of all files of the page, and VERSION, which changes with any of them, in front.
 *
 * The page itself is asked for at its server first, so it is never an old one; what it loads has names that change with the contents. An old worker stays
 * until the last page that it serves has been closed: what that page still has to load is kept.
 */
const PREFIX = `spinformer-lab ${self.registration.scope} `;
const CACHE = `${PREFIX}${VERSION}`;
const PAGE = new URL('index.html', self.registration.scope).href;
const KEPT = new Set(FILES.map((name) => new URL(name, self.registration.scope).href));

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(dropOld()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (isPage(request)) event.respondWith(fetch(request).catch(() => kept(PAGE)));
  else if (request.method === 'GET' && KEPT.has(request.url))
    event.respondWith(kept(request.url).then((answer) => answer ?? fetch(request)));
});

async function keepAll() {
  const cache = await caches.open(CACHE);
  await cache.addAll([...KEPT].map((url) => new Request(url, { cache: 'no-cache' })));
}

/** Other pages of the same server, with scopes of their own, keep what they have. */
async function dropOld() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
  );
}

async function kept(url) {
  const cache = await caches.open(CACHE);
  return cache.match(url);
}

function isPage({ mode, url }) {
  const { origin, pathname } = new URL(url);
  return mode === 'navigate' && [self.registration.scope, PAGE].includes(`${origin}${pathname}`);
}
