import { chromium, type CDPSession, type Page } from '@playwright/test';
import { needBrowser } from '../browser.ts';

/** How a page is read: on a machine `cpu` times slower, and over which network. */
export interface Conditions { readonly cpu: number; readonly network: 'local' | 'slow 4G' }

/** A page in a browser of its own: nothing cached, no code compiled yet. */
export interface Visit { readonly page: Page; readonly cdp: CDPSession }

/** Lighthouse's mobile: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
const slow4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

/** What the page notes of itself from its first moment on. */
interface Notes { lcp: number; cls: number; long: { at: number; ms: number }[]; latencies: number[]; frames: number[] }
declare global { var notes: Notes }

/** Runs in the page before its own scripts. An input's latency ends with the first frame painted after it. */
function takeNotes(): void {
  globalThis.notes = { lcp: 0, cls: 0, long: [], latencies: [], frames: [] };
  const observe = (type: string, note: (entry: PerformanceEntry & { value?: number; hadRecentInput?: boolean }) => void): void => {
    new PerformanceObserver((list) => { list.getEntries().forEach(note); }).observe({ type, buffered: true });
  };
  observe('largest-contentful-paint', ({ startTime }) => { notes.lcp = startTime; });
  observe('layout-shift', ({ value = 0, hadRecentInput }) => { notes.cls += hadRecentInput === true ? 0 : value; });
  observe('longtask', ({ startTime, duration }) => { notes.long.push({ at: startTime, ms: duration }); });
  const painted = new MessageChannel();
  let began: number | undefined;
  painted.port1.onmessage = () => { if (began !== undefined) notes.latencies.push(performance.now() - began); began = undefined; };
  const note = (event: Event): void => {
    if (!event.isTrusted) return;
    if (began === undefined) requestAnimationFrame(() => { painted.port2.postMessage(0); });
    began ??= event.timeStamp;
  };
  for (const type of ['pointermove', 'click', 'keydown']) window.addEventListener(type, note, { capture: true, passive: true });
}

/** Opens a fresh browser under these conditions, lets `look` measure, and closes it. */
export async function visit<T>({ cpu, network }: Conditions, look: (visit: Visit) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: await needBrowser(), args: ['--enable-precise-memory-info'] });
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' });
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await page.addInitScript(takeNotes);
    if (network === 'slow 4G') {
      await cdp.send('Network.enable');
      await cdp.send('Network.emulateNetworkConditions', slow4G);
    }
    if (cpu > 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    await cdp.send('Performance.enable');
    return await look({ page, cdp });
  } finally {
    await browser.close();
  }
}
