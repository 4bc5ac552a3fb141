import type { OfflineWords } from '../i18n/ui.ts';

/** Offers to keep the whole book on this machine, and says when there is a newer edition of what is kept. */
export async function offerOffline(place: HTMLElement): Promise<void> {
  const words = JSON.parse(place.dataset['words']!) as OfflineWords;
  const [button, status] = [place.querySelector('button')!, place.querySelector('[role="status"]')!];
  const say = (sentence: string): void => { status.textContent = sentence; };
  const registration = await navigator.serviceWorker.getRegistration().catch(() => undefined);
  if (registration?.active) {
    button.hidden = true;
    say(words.kept);
    watch(registration, button, words, say);
    return;
  }
  button.addEventListener('click', () => { void keep(place.dataset['worker']!, button, words, say); });
}

async function keep(worker: string, button: HTMLButtonElement, words: OfflineWords, say: (sentence: string) => void): Promise<void> {
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
    button.hidden = true;
    say(words.kept);
  } catch (error) {
    progress.abort();
    console.info('The book could not be kept.', error);
    button.disabled = false;
    say(words.failed);
  }
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
function watch(registration: ServiceWorkerRegistration, button: HTMLButtonElement, words: OfflineWords, say: (sentence: string) => void): void {
  const offer = (): void => {
    say(words.newer);
    button.textContent = words.reload;
    button.hidden = false;
    button.onclick = () => { location.reload(); };
  };
  registration.addEventListener('updatefound', () => { settled(registration.installing).then(offer, () => undefined); });
  // Without a network there is nothing newer to be had.
  registration.update().catch(() => undefined);
}
