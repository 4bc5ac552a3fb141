import { afterEach, expect, test, vi } from 'vitest';
import { t } from '../i18n/ui.ts';
import { offerOffline } from './offline.ts';

afterEach(() => { vi.unstubAllGlobals(); });

/** A foot of a page, and a browser whose service worker does what the test says when. */
function page() {
  const worker = Object.assign(new EventTarget(), { state: 'installing' });
  const serviceWorker = Object.assign(new EventTarget(), { getRegistration: () => Promise.resolve(undefined), register: () => Promise.resolve({ installing: worker }) });
  vi.stubGlobal('navigator', { serviceWorker });
  const [button, status] = [Object.assign(new EventTarget(), { hidden: false, disabled: false }), { textContent: '' }];
  const place = { dataset: { words: JSON.stringify(t('en').offline), worker: 'offline.js' }, querySelector: (which: string) => (which === 'button' ? button : status) };
  const become = (state: string) => { worker.state = state; worker.dispatchEvent(new Event('statechange')); };
  const hear = (kept: number, of: number) => { serviceWorker.dispatchEvent(new MessageEvent('message', { data: { kept, of } })); };
  return { place: place as unknown as HTMLElement, button, status, become, hear };
}

const settle = () => new Promise((resolve) => { setTimeout(resolve); });

test('a worker’s last word, come after it is done, does not take back that the book is kept', async () => {
  const { place, button, status, become, hear } = page();
  await offerOffline(place);
  button.dispatchEvent(new Event('click'));
  await settle();
  hear(8, 16);
  expect(status.textContent).toBe('Keeping the book: 50 %…');
  become('activated');
  await settle();
  hear(16, 16);
  expect(status.textContent).toBe(t('en').offline.kept);
  expect(button.hidden).toBe(true);
});

test('a worker that gives up leaves the offer as it was, and says so', async () => {
  const { place, button, status, become, hear } = page();
  await offerOffline(place);
  button.dispatchEvent(new Event('click'));
  await settle();
  become('redundant');
  await settle();
  hear(8, 16);
  expect(status.textContent).toBe(t('en').offline.failed);
  expect(button).toMatchObject({ hidden: false, disabled: false });
});
