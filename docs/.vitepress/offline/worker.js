// Keeps the site for when there is no network: all of it, once, in the background, anew when it was built anew.
const version = 'VERSION';
const files = 'FILES';
const hashed = (url) => url.includes('/assets/');

async function keepAll() {
  const cache = await caches.open(version);
  // what has a hash for a name is the same in the last version
  await Promise.all(
    files.map(async (url) => {
      const kept = hashed(url) ? await caches.match(url) : undefined;
      // a page that the browser still holds may be of the last version, whose files are gone
      const request = new Request(url, { cache: hashed(url) ? 'default' : 'reload' });
      await (kept ? cache.put(url, kept) : cache.add(request));
    }),
  );
  await self.skipWaiting();
}

async function forgetOthers() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('overdeliver-') && name !== version);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

const fromCache = (url) => caches.match(url.replace(/(index)?\.html$/, ''), { ignoreSearch: true });

async function answer(request) {
  if (hashed(request.url)) return (await fromCache(request.url)) ?? fetch(request);
  try {
    return await fetch(request);
  } catch (offline) {
    const kept = await fromCache(request.url);
    if (kept) return kept;
    throw offline;
  }
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});
