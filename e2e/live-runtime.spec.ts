import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Locator, Page, Route } from '@playwright/test';
import { GoRuntime, type RuntimeOp } from '../src/oracle/go-runtime.ts';
import { expect, test, testOnFreshPage } from './book.ts';
import { Figure } from './figure.ts';
import { listen } from './hearing.ts';

const go = readFileSync('oracle/go-version', 'utf8').trim().replace(/^go/, '');
const wasmFile = 'oracle/go-runtime.wasm';
const wasm = '**/go-runtime.*.wasm';

/** The button that asks the real runtime, and what is said beside it. */
const button = (figure: Figure): Locator => figure.root.locator('[data-act="check-live"]');
const said = (figure: Figure): Locator => figure.root.locator('.check [role="status"]');

async function openCheck(page: Page, locale: 'en' | 'zh'): Promise<Figure> {
  const figure = await Figure.open(page, locale, 'round-up');
  await figure.unfold('more');
  return figure;
}

/** The addresses the page and its Worker have asked for, of which `part` is a part. */
function asked(page: Page, part: string): readonly string[] {
  const urls: string[] = [];
  page.on('request', (request) => { if (request.url().includes(part)) urls.push(request.url()); });
  return urls;
}

/** The figure is as alive as before: a step back and a step forth. */
async function stillPlays(figure: Figure): Promise<void> {
  await figure.act('reset').click();
  await expect(figure.root).toHaveAttribute('data-at', '0.0');
  await figure.act('step').click();
  await expect(figure.root).not.toHaveAttribute('data-at', '0.0');
  await expect(figure.trouble).toHaveCount(0);
}

test.describe('the real Go runtime in the page', { tag: '@desktop' }, () => {
  const words = {
    en: { equal: new RegExp(`^10 of 10 answers equal\\..*Go ${go}, compiled to WebAssembly: one P, arenas of 512 KiB\\.$`), progress: /^Fetching the Go runtime: (\d+) kB of (\d+)…$/ },
    zh: { equal: /^10 个答案，10 个相等。.*WebAssembly.*一个 P，arena 为 512 KiB。$/, progress: /^正在取 Go 运行时：(\d+) kB，共 (\d+)……$/ },
  } as const;

  for (const locale of ['en', 'zh'] as const) {
    test(`is fetched when asked, told while it comes, once, and agrees, in ${locale}`, async ({ page }) => {
      const fetched = asked(page, 'go-runtime.');
      const figure = await openCheck(page, locale);
      expect(fetched, 'before anybody asked').toEqual([]);
      const heard = await listen(page);
      await button(figure).click();
      await expect(said(figure)).toHaveText(words[locale].equal);
      expect(fetched).toEqual([expect.stringContaining('.wasm')]);
      const last = (await heard()).map((text) => words[locale].progress.exec(text)).findLast(Boolean)!;
      const kilobytes = String(Math.round(readFileSync(wasmFile).length / 1000));
      expect(last.slice(1), 'progress ends with the whole file').toEqual([kilobytes, kilobytes]);
      await figure.tryProgram('24');
      await button(figure).click();
      await expect(said(figure)).toHaveText(locale === 'en' ? /^1 of 1 answers equal/ : /^1 个答案，1 个相等/);
      await page.reload();
      await openCheck(page, locale);
      await button(figure).click();
      await expect(said(figure)).toHaveText(words[locale].equal);
      expect(fetched, 'the second check and the next visit find it in the browser’s own store').toHaveLength(1);
    });
  }
});

test.describe('a runtime that cannot be had', { tag: '@desktop' }, () => {
  /** The committed file with one bit changed. */
  const damaged = async (route: Route): Promise<void> => {
    const body = readFileSync(wasmFile);
    body[body.length >> 1]! ^= 1;
    await route.fulfill({ contentType: 'application/wasm', body });
  };
  const failures = [
    { what: 'is damaged', locale: 'en', answer: damaged, sentence: /^What arrived is not the file this book was built with, so it was not run\./ },
    { what: 'is damaged', locale: 'zh', answer: damaged, sentence: /^取到的文件和本书构建时的不一样，所以没有运行。/ },
    { what: 'is not there', locale: 'en', answer: (route: Route) => route.fulfill({ status: 404 }), sentence: /^The Go runtime could not be fetched\./ },
    { what: 'is not there', locale: 'zh', answer: (route: Route) => route.fulfill({ status: 404 }), sentence: /^取不到 Go 运行时。/ },
    { what: 'does not answer', locale: 'en', answer: (route: Route) => route.abort('connectionrefused'), sentence: /^The Go runtime could not be fetched\./ },
  ] as const;

  for (const { what, locale, answer, sentence } of failures) {
    test(`because it ${what} is told in a sentence, the figure plays on, and the next try may succeed, in ${locale}`, async ({ page, complaints }) => {
      await page.route(wasm, answer);
      const figure = await openCheck(page, locale);
      await button(figure).click();
      await expect(said(figure)).toHaveText(sentence);
      for (const complaint of (complaints as string[]).splice(0)) expect(complaint, 'only the browser may complain, of the file').toMatch(/\.wasm|Failed to load resource/);
      await stillPlays(figure);
      await page.unroute(wasm);
      await button(figure).click();
      await expect(said(figure)).toHaveText(/10/);
      await expect(figure.root.locator('.check td:last-child').first()).toContainText('=');
    });
  }

  for (const [locale, sentence] of [['en', /^This browser allows no Worker here/], ['zh', /^这个浏览器在这里不允许用 Worker/]] as const) {
    testOnFreshPage(`for want of Workers is told in a sentence, and nothing is fetched in vain, in ${locale}`, async ({ page }) => {
      await page.addInitScript(() => { Reflect.deleteProperty(globalThis, 'Worker'); });
      const fetched = asked(page, '.wasm');
      const figure = await openCheck(page, locale);
      await button(figure).click();
      await expect(said(figure)).toHaveText(sentence);
      expect(fetched).toEqual([]);
      await stillPlays(figure);
    });
  }
});

/** Operations of every sort, the same each time: made, linked, dropped, collected, limited, looked at. */
function program(length: number): RuntimeOp[] {
  const sorts: readonly ((i: number) => RuntimeOp)[] = [
    (i) => ({ do: 'allocate', slot: i % 500, size: 1 + ((i * 7919) % 40_000), pointers: i % 2 }),
    (i) => ({ do: 'typed', slot: 500 + (i % 12), kind: i % 10 }),
    (i) => ({ do: 'allocate', slot: (i * 31) % 500, size: 8 * (1 + (i % 60)), pointers: 1 }),
    (i) => ({ do: 'link', from: (i * 31 - 62) % 500, word: 0, to: i % 500 }),
    (i) => ({ do: 'drop', slot: (i * 13) % 500 }),
    (i) => ({ do: 'append', len: i % 3000, more: 1 + (i % 9), element: i % 6 }),
    (i) => ({ do: 'roundupsize', size: (i * 101) % 70_000, noscan: i % 2 }),
    (i) => ({ do: 'garbage', count: 1 + (i % 40), size: 16 + (i % 512), pointers: i % 2 }),
    (i) => (i % 5 === 0 ? { do: 'collect' } : { do: 'pacer' }),
    (i) => ({ do: 'setGCPercent', percent: 20 + (i % 300) }),
    (i) => ({ do: 'span', index: i % 200 }),
    (i) => ({ do: 'grow', depth: i % 900, frame: i % 3 }),
    () => ({ do: 'memStats' }),
  ];
  return Array.from({ length }, (_, i) => sorts[i % sorts.length]!(i));
}

const hash = (answers: unknown): string => createHash('sha256').update(JSON.stringify(answers)).digest('hex');

test('2,000 operations get the same answers in this browser and in Node, to the bit', { tag: '@desktop' }, async ({ page }) => {
  const [workers, files] = [asked(page, '/worker-'), asked(page, '.wasm')];
  const figure = await openCheck(page, 'en');
  await button(figure).click();
  await expect(said(figure)).toHaveText(/equal/);
  const ops = program(2000);
  const inBrowser = await page.evaluate(({ script, ask }) => new Promise((resolve, reject) => {
    const worker = new Worker(script, { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<{ kind: string; answers: unknown; message: string }>) => {
      if (data.kind === 'answers') resolve(data.answers);
      if (data.kind === 'failed') reject(new Error(data.message));
    };
    worker.postMessage(ask);
  }), { script: workers[0]!, ask: { url: files[0]!, sum: readFileSync(`${wasmFile}.sha256`, 'utf8').split(' ')[0]!, program: ops } });
  const inNode = await new GoRuntime(await WebAssembly.compile(readFileSync(wasmFile))).answers(ops);
  expect(inNode).toHaveLength(2000);
  expect(inNode.filter((answer) => 'refused' in answer).length, 'few are refused').toBeLessThan(200);
  expect(hash(inBrowser)).toBe(hash(inNode));
});
