import { ok } from 'node:assert/strict';
import { globSync } from 'node:fs';
import { seed } from '../../e2e/desk.ts';
import { dist } from '../paths.ts';
import { Figure } from './figures.ts';
import type { Page } from './page.ts';

/** Something that is tried, and what it is called when it fails. */
export interface Trial { readonly name: string; readonly run: (page: Page) => Promise<void> }

/** Every page of the book, and what a reader uses beside the figures. */
export const visits: readonly Trial[] = [
  ...globSync('**/index.html', { cwd: dist }).sort().map((file): Trial => ({ name: `page ${file.replace('index.html', '')}`, run: (page) => stands(page, file.replace('index.html', '')) })),
  ...globSync('{en,zh}/[0-9]*/index.html', { cwd: dist }).sort().map((file): Trial => ({ name: `chapter ${file.replace('index.html', '')}`, run: (page) => figuresLive(page, file.replace('index.html', '')) })),
  { name: 'search en', run: searchesByKeys },
  { name: 'search zh', run: searchesInChinese },
  { name: 'theme', run: turnsDark },
  { name: 'tool process', run: explainsWhatIsPasted },
  ...['process', 'trace', 'gctrace'].map((tool): Trial => ({ name: `example ${tool}`, run: (page) => takesExample(page, tool) })),
  { name: 'live en', run: (page) => asksTheRuntime(page, 'en', /^10 of 10 answers equal/) },
  { name: 'live zh', run: (page) => asksTheRuntime(page, 'zh', /^10 个答案，10 个相等/) },
  { name: 'program', run: runsOwnProgram },
  { name: 'share', run: copiesLink },
  { name: 'offline', run: keepsTheBook },
];

/** In CSS pixels: a phone, and the narrowest window that has a margin for notes. */
const widths = [390, 1056];

/** A page opens, and is nowhere wider than its window. */
async function stands(page: Page, path: string): Promise<void> {
  await page.open(path);
  for (const width of widths) {
    const { room, wide } = await page.when('body', inFrame, width);
    ok(width - room < 20 && wide <= room, `in ${room} of ${width} pixels the page takes ${wide}`);
  }
  await page.complainsOfNothing();
}

/** How wide this page may be and is in a frame of some width: not every window can be made as narrow as a phone. Runs in the page. */
async function inFrame(body: HTMLElement, width = 0): Promise<{ room: number; wide: number }> {
  const frame = document.createElement('iframe');
  frame.width = String(width);
  frame.style.border = '0';
  frame.src = location.href;
  const loaded = new Promise((resolve) => { frame.addEventListener('load', resolve, { once: true }); });
  body.append(frame);
  await loaded;
  const { clientWidth, scrollWidth } = frame.contentDocument!.documentElement;
  frame.remove();
  return { room: clientWidth, wide: scrollWidth };
}

/** Each figure of a chapter lives once a reader reaches for it. */
async function figuresLive(page: Page, path: string): Promise<void> {
  await page.open(path);
  const ids = await page.when('article', (root) => [...root.querySelectorAll<HTMLElement>('demo-figure')].map(({ dataset }) => dataset['demo']!));
  for (const id of ids) await new Figure(page, id).wakes();
  await page.complainsOfNothing();
}

async function searchesByKeys(page: Page): Promise<void> {
  await page.open('en/');
  await page.click('h1'); // a window that has just been opened may have its keys elsewhere
  await page.press('/');
  await page.when('.finder input', (root) => root === document.activeElement);
  await page.press(...'page fault');
  await page.says('.finder li', /page fault/);
  await page.press('ArrowDown');
  await page.when('.finder li a', (root) => root === document.activeElement);
  await page.press('Escape');
  await page.when('.finder', (root) => !(root as HTMLDialogElement).open);
  await page.press('/', ...'guard page');
  await page.says('.finder li', /guard page/);
  await page.press('Enter');
  await page.arrives(/\/en\/.*#guard-page$/);
  await page.complainsOfNothing();
}

async function searchesInChinese(page: Page): Promise<void> {
  await page.open('zh/');
  await page.click('[data-open-search]');
  await page.fill('.finder input', '写时复制');
  await page.says('.finder li', /写时复制/);
  await page.click('.finder li a');
  await page.arrives(/\/zh\/.*#/);
  await page.says(':target', /写时复制/);
  await page.complainsOfNothing();
}

/** The choice of light and dark takes hold, and is there on the next page. */
async function turnsDark(page: Page): Promise<void> {
  await page.open('en/');
  const light = await page.when('body', (root) => getComputedStyle(root).backgroundColor);
  await page.fill('[data-theme-choice]', 'dark');
  await page.when('body', (root, before) => getComputedStyle(root).backgroundColor !== before, light);
  await page.open('zh/');
  await page.when('html[data-theme=dark]', () => true);
  await page.fill('[data-theme-choice]', '');
  await page.complainsOfNothing();
}

async function explainsWhatIsPasted(page: Page): Promise<void> {
  await page.open('en/tools/process/');
  await page.paste('[data-part=text]', seed);
  await page.says('process-tool [data-part=outcome] h2', /^A Go program, 1\.17 or 1\.18$/);
  await page.says('process-tool .headline', /VIRT is 768 MiB in 20 mappings/);
  await page.when('process-tool .drawing', (root) => root.querySelectorAll('.mapping').length === 20);
  await page.complainsOfNothing();
}

async function takesExample(page: Page, tool: string): Promise<void> {
  await page.open(`zh/tools/${tool}/`);
  await page.click('[data-example]');
  await page.says(`${tool}-tool [data-part=outcome] h2`, /\S/);
  await page.when(`${tool}-tool [data-part=outcome]`, (root) => root.querySelector('[role=alert]') === null);
  await page.complainsOfNothing();
}

/** The real Go runtime, compiled to WebAssembly, answers in this browser as our engine does. */
async function asksTheRuntime(page: Page, locale: string, equal: RegExp): Promise<void> {
  const figure = await openMore(page, locale, 'round-up');
  await page.click(`${figure} [data-act=check-live]`);
  await page.says(`${figure} .check [role=status]`, equal);
  await page.complainsOfNothing();
}

async function runsOwnProgram(page: Page): Promise<void> {
  await page.open('en/figures/touch-a-page/');
  const figure = new Figure(page, 'touch-a-page');
  await figure.wakes();
  await page.click(`${figure.selector} details[data-part=program] > summary`);
  await page.fill(`${figure.selector} [data-act=text]`, 'reserve 64\nmap 0-63\nwrite 5');
  await page.click(`${figure.selector} [data-act=run]`);
  await page.when(`${figure.selector} [data-control=preset]`, (root) => (root as HTMLSelectElement).value === '');
  await page.when(figure.selector, (root) => root.querySelector('[role=alert]') === null);
  await page.complainsOfNothing();
}

async function copiesLink(page: Page): Promise<void> {
  const figure = await openMore(page, 'en', 'round-up');
  await page.click(`${figure} [data-act=share]`);
  await page.says(`${figure} p:has([data-act=share]) [role=status]`, /^Link copied/);
  await page.complainsOfNothing();
}

/** Last: what is kept answers from then on. */
async function keepsTheBook(page: Page): Promise<void> {
  await page.open('en/');
  await page.click('.offline button');
  await page.says('.offline [role=status]', /^This book is kept here for reading offline\.$/);
  await page.open('zh/');
  await page.complainsOfNothing();
}

/** Opens a figure alone and unfolds what is rarely used; its selector. */
async function openMore(page: Page, locale: string, id: string): Promise<string> {
  await page.open(`${locale}/figures/${id}/`);
  const figure = new Figure(page, id);
  await figure.wakes();
  await page.click(`${figure.selector} details[data-part=more] > summary`);
  return figure.selector;
}
