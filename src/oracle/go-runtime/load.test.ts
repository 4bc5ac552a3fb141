import { readFileSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { GoRuntime } from '../go-runtime.ts';
import { loadModule } from './load.ts';
import { RemoteGoRuntime, type FromWorker, type Port } from './remote.ts';

const bytes = readFileSync('oracle/go-runtime.wasm');
const [sum = ''] = readFileSync('oracle/go-runtime.wasm.sha256', 'utf8').split(' ');
const serve = (response: () => Response): void => { vi.stubGlobal('fetch', async () => response()); };
afterEach(() => vi.unstubAllGlobals());

test('the runtime is fetched, with progress up to its last byte, and runs', async () => {
  serve(() => new Response(bytes, { headers: { 'content-length': String(bytes.length) } }));
  const seen: (number | undefined)[][] = [];
  const module = await loadModule('/go-runtime.wasm', sum, (received, total) => seen.push([received, total]));
  expect(seen.at(-1)).toEqual([bytes.length, bytes.length]);
  expect(new GoRuntime(module).one({ do: 'sizeClass', index: 2 }).size).toBe(16);
});

test('of a compressed file it is not said how many bytes will arrive', async () => {
  serve(() => new Response(bytes, { headers: { 'content-length': '5', 'content-encoding': 'br' } }));
  const seen: (number | undefined)[][] = [];
  await loadModule('/go-runtime.wasm', sum, (received, total) => seen.push([received, total]));
  expect(seen.at(-1)).toEqual([bytes.length, undefined]);
});

test('a file with one bit changed is called damaged', async () => {
  const bent = Uint8Array.from(bytes);
  bent[bent.length >> 1]! ^= 1;
  serve(() => new Response(bent));
  await expect(loadModule('/go-runtime.wasm', sum)).rejects.toMatchObject({ failure: 'damaged' });
});

test('a refused download and an unreachable server are called refused', async () => {
  serve(() => new Response('', { status: 404 }));
  await expect(loadModule('/go-runtime.wasm', sum)).rejects.toMatchObject({ failure: 'refused', message: '/go-runtime.wasm answered 404.' });
  serve(() => { throw new TypeError('no network'); });
  await expect(loadModule('/go-runtime.wasm', sum)).rejects.toMatchObject({ failure: 'refused' });
});

/** A Worker that answers with the given messages. */
function port(...messages: readonly FromWorker[]): Port {
  const self: Port = { onmessage: null, onerror: null, terminate: () => {}, postMessage: () => messages.forEach((data) => self.onmessage?.({ data } as MessageEvent<FromWorker>)) };
  return self;
}

test('answers, progress and failures come through the Worker', async () => {
  const seen: number[] = [];
  const good = new RemoteGoRuntime(port({ kind: 'progress', received: 5, total: 9 }, { kind: 'answers', answers: [{ refused: 'full' }], renewals: [{ reason: 'full', op: 0, said: '' }] }), { url: '', sum: '' }, (received) => seen.push(received));
  expect(await good.answers([{ do: 'collect' }])).toEqual([{ refused: 'full' }]);
  expect([seen, good.renewals.length]).toEqual([[5], 1]);
  const bad = new RemoteGoRuntime(port({ kind: 'failed', failure: 'damaged', message: 'bent' }), { url: '', sum: '' });
  await expect(bad.answers([])).rejects.toMatchObject({ failure: 'damaged', message: 'bent' });
});
