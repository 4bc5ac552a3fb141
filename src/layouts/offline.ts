import type { OfflineWords } from '../i18n/offline.ts';
import { showNewer } from './newer.ts';

/** The line of the foot about keeping the book: one button, one sentence. */
interface Line { readonly worker: string; readonly words: OfflineWords; readonly button: HTMLButtonElement; readonly say: (sentence: string) => void }

/** Offers to keep the whole book on this machine; to let it go, once it is kept; and says when there is a newer edition of what is kept. */
export async function offerOffline(place: HTMLElement): Promise<void> {
  const status = place.querySelector('[role="status"]')!;
  const line: Line = { worker: place.dataset['worker']!, words: JSON.parse(place.dataset['words']!) as OfflineWords, button: place.querySelector('button')!, say: (sentence) => { status.textContent = sentence; } };
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  if (!registration?.active) return offer(line);
  offerToLetGo(line);
  watch(registration, line.words);
}

function offer({ button, ...line }: Line): void {
  button.textContent = line.words.keep;
  button.disabled = false;
  button.onclick = () => { void keep({ button, ...line }); };
}

function offerToLetGo({ button, ...line }: Line): void {
  line.say(line.words.kept);
  button.textContent = line.words.letGo;
  button.disabled = false;
  button.onclick = () => { void letGo({ button, ...line }); };
}

async function keep(line: Line): Promise<void> {
  const { worker, words, button, say } = line;
  button.disabled = true;
  // What a worker says and what becomes of it arrive by different ways: its last word may come after it is done.
  const progress = new AbortController();
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<{ kept?: number; of: number }>) => {
    if (data.kept !== undefined) say(words.keeping.replace('%', `${Math.floor((100 * data.kept) / data.of)}`));
  }, { signal: progress.signal });
  try {
    say(words.keeping.replace('%', '0'));
    const registration = await navigator.serviceWorker.register(worker, { updateViaCache: 'none' });
    await settled(registration.installing);
    progress.abort();
    offerToLetGo(line);
  } catch (error) {
    progress.abort();
    console.info('The book could not be kept.', error);
    offer(line);
    say(words.failed);
  }
}

/** Nobody answers from what was kept any more, then it is deleted. */
async function letGo(line: Line): Promise<void> {
  line.button.disabled = true;
  await (await navigator.serviceWorker.getRegistration())?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith('book-'));
  await Promise.all(names.map((name) => caches.delete(name)));
  offer(line);
  line.say(line.words.gone);
}

/** Resolves when a worker has taken all it wants to keep; rejects when it could not. */
function settled(worker: ServiceWorker | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (worker === null || worker.state === 'activated') resolve();
      else if (worker.state === 'redundant') reject(new Error('the service worker gave up'));
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}

/** A newer edition is shown when the reader asks for it: nothing changes under a page being read. */
function watch(registration: ServiceWorkerRegistration, words: OfflineWords): void {
  registration.addEventListener('updatefound', () => { settled(registration.installing).then(() => { showNewer(words); }, () => undefined); });
  // Without a network there is nothing newer to be had.
  registration.update().catch(() => undefined);
}
