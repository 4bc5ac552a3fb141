import { afterEach, expect, test, vi } from 'vitest';
import { offlineWords } from '../i18n/offline.ts';
import { offerOffline } from './offline.ts';

afterEach(() => { vi.unstubAllGlobals(); });

/** A foot of a page, and a browser whose service worker does what the test says when. */
function page() {
  const worker = Object.assign(new EventTarget(), { state: 'installing' });
  const serviceWorker = Object.assign(new EventTarget(), { getRegistration: (): Promise<unknown> => Promise.resolve(undefined), register: () => Promise.resolve({ installing: worker }) });
  vi.stubGlobal('navigator', { serviceWorker });
  const [button, status] = [{ textContent: '', disabled: false, onclick: (): void => undefined }, { textContent: '' }];
  const place = { dataset: { words: JSON.stringify(offlineWords.en), worker: 'offline.js' }, querySelector: (which: string) => (which === 'button' ? button : status) };
  const become = (state: string) => { worker.state = state; worker.dispatchEvent(new Event('statechange')); };
  const hear = (kept: number, of: number) => { serviceWorker.dispatchEvent(new MessageEvent('message', { data: { kept, of } })); };
  return { place: place as unknown as HTMLElement, serviceWorker, button, status, become, hear };
}

const settle = () => new Promise((resolve) => { setTimeout(resolve); });

test('a worker’s last word, come after it is done, does not take back that the book is kept', async () => {
  const { place, button, status, become, hear } = page();
  await offerOffline(place);
  button.onclick();
  await settle();
  hear(8, 16);
  expect(status.textContent).toBe('Keeping the book: 50 %…');
  become('activated');
  await settle();
  hear(16, 16);
  expect(status.textContent).toBe(offlineWords.en.kept);
  expect(button).toMatchObject({ textContent: offlineWords.en.letGo, disabled: false });
});

test('a worker that gives up leaves the offer as it was, and says so', async () => {
  const { place, button, status, become, hear } = page();
  await offerOffline(place);
  button.onclick();
  await settle();
  become('redundant');
  await settle();
  hear(8, 16);
  expect(status.textContent).toBe(offlineWords.en.failed);
  expect(button).toMatchObject({ textContent: offlineWords.en.keep, disabled: false });
});

test('what is kept can be let go: first nobody answers from it, then it is deleted, and it is offered anew', async () => {
  const { place, serviceWorker, button, status } = page();
  const done: string[] = [];
  serviceWorker.getRegistration = () => Promise.resolve(Object.assign(new EventTarget(), { active: {}, update: () => Promise.resolve(), unregister: () => Promise.resolve(done.push('unregistered')) }));
  vi.stubGlobal('caches', { keys: () => Promise.resolve(['book-1', 'go-runtime', 'book-2']), delete: (name: string) => Promise.resolve(done.push(name)) });
  await offerOffline(place);
  expect(status.textContent).toBe(offlineWords.en.kept);
  button.onclick();
  await settle();
  expect(done).toEqual(['unregistered', 'book-1', 'book-2']);
  expect(status.textContent).toBe(offlineWords.en.gone);
  expect(button).toMatchObject({ textContent: offlineWords.en.keep, disabled: false });
});
