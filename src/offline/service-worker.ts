/**
 * Keeps one edition of the book on the reader's machine, once asked to, and answers from it. The build writes the edition's
 * list of files before this text: each path below the book's address, and a hash of its bytes.
 */
declare const files: Readonly<Record<string, string>>;
declare const edition: string;

const worker = self as unknown as ServiceWorkerGlobalScope;
const prefix = 'book-';
const cacheName = prefix + edition;
/** Files asked for at a time. */
const atATime = 8;

/** Where a file is kept: under its address, whatever question mark follows it there. */
const addressOf = (path: string): string => new URL(path, worker.registration.scope).href;

/** The cache of the edition before this one, if there is one: caches are named in the order they were made. */
async function before(): Promise<Cache | undefined> {
  const name = (await caches.keys()).findLast((each) => each.startsWith(prefix) && each !== cacheName);
  return name === undefined ? undefined : caches.open(name);
}

/** Files that did not change are taken from the edition before; all others from the network, past its own cache. */
async function take(path: string, hash: string, old: Cache | undefined): Promise<Response> {
  const kept = await old?.match(addressOf(path));
  if (kept?.headers.get('x-hash') === hash) return kept;
  const response = await fetch(addressOf(path), { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Response(await response.blob(), { headers: { 'content-type': response.headers.get('content-type') ?? '', 'x-hash': hash } });
}

async function tell(message: unknown): Promise<void> {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

/** Takes the whole edition, or none of it: an installation that fails leaves nothing behind, and is tried again another time. */
async function keepAll(): Promise<void> {
  const [cache, old, all] = [await caches.open(cacheName), await before(), Object.entries(files)];
  for (let i = 0; i < all.length; i += atATime) {
    await Promise.all(all.slice(i, i + atATime).map(async ([path, hash]) => cache.put(addressOf(path), await take(path, hash, old))));
    await tell({ kept: Math.min(i + atATime, all.length), of: all.length });
  }
}

/** Where there is no room, a part of the book would only take more of it. */
async function forgetThis(error: unknown): Promise<never> {
  await caches.delete(cacheName);
  throw error;
}

/** A page of the edition before may still be open and want a file of its own: that edition stays until the next one comes. */
async function forgetOlder(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

/** What is kept under a request's address, in this edition or the one before; a page lies at its folder's address. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = (await cache.match(request.url, { ignoreSearch: true })) ?? (await (await before())?.match(request.url, { ignoreSearch: true }));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (error) {
    const lost = request.mode === 'navigate' ? await cache.match(addressOf('404.html')) : undefined;
    if (lost) return new Response(lost.body, { status: 404, headers: lost.headers });
    throw error;
  }
}

worker.addEventListener('install', (event) => { event.waitUntil(keepAll().then(() => worker.skipWaiting(), forgetThis)); });
worker.addEventListener('activate', (event) => { event.waitUntil(forgetOlder().then(() => worker.clients.claim())); });
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(worker.registration.scope)) event.respondWith(answer(request));
});
