import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locales.ts';
import { barriers, barriersInTheDark } from './barriers.ts';
import { expect, test } from './book.ts';
import { permitClipboard } from './clipboard.ts';
import { longTrace } from './long-trace.ts';

/** What follows of it by hand: 24, 124, 100, 124, 24 bytes are live; bump never reuses, on pages of 4 KiB; buddy blocks are 32, 128 and 32. */
const fiveLines = 'a 0 24\na 1 100\nf 0\na 2 24\nf 1\n';

/** `/tools/trace/` as a reader meets it. */
class Bench {
  readonly page: Page;
  readonly root: Locator;
  readonly box: Locator;
  readonly outcome: Locator;
  readonly title: Locator;
  readonly trouble: Locator;
  readonly scrubber: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('trace-tool');
    this.box = page.getByRole('textbox');
    this.outcome = this.root.locator('[data-part="outcome"]');
    this.title = this.outcome.getByRole('heading', { level: 2 });
    this.trouble = this.outcome.getByRole('alert');
    this.scrubber = this.outcome.getByRole('slider');
  }

  static async open(page: Page, locale: Locale): Promise<Bench> {
    await page.goto(`${locale}/tools/trace/`);
    return new Bench(page);
  }

  /** Ticks these allocators and no others. */
  async choose(...names: readonly string[]): Promise<void> {
    for (const box of await this.root.getByRole('checkbox').all()) await box.setChecked(names.includes(await box.inputValue()));
  }

  async paste(text: string): Promise<void> {
    await permitClipboard(this.page.context());
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.box.focus();
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  file(text: string | Buffer, name = 'trace.rep'): Promise<void> {
    return this.root.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  }

  /** The cells of an allocator, in the table of whole runs or in that of the moment. */
  cells(machine: string, table: 'whole' | 'moment' = 'whole'): Locator {
    return this.outcome.locator(`.runs${table === 'moment' ? '.moment' : ':not(.moment)'} [data-machine="${machine}"] td`);
  }

  async inBounds(): Promise<void> {
    expect(await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  }
}

const inLanguage = {
  en: { title: '5 calls, performed by each allocator', most: 'The program asked for most after 2 calls: 124 bytes.', inside: '20 bytes · 14%', least: 'The smallest heap is that of buddy, 256 bytes; the largest that of bump, 4 KiB.', asked: 'After 2 of 5 calls: the program has asked for 124 bytes' },
  zh: { title: '5 次调用，交给每个分配器各做一遍', most: '第 2 次调用之后，程序所要最多：124 字节。', inside: '20 字节 · 14%', least: '堆最小的是伙伴系统，256 字节；最大的是指针递增，4 KiB。', asked: '第 2 次调用之后，共 5 次' },
} as const;

for (const locale of ['en', 'zh'] as const) {
  const words = inLanguage[locale];

  test(`five pasted lines in ${locale} are performed by each allocator, with the answers known by hand`, async ({ page }) => {
    const bench = await Bench.open(page, locale);
    await bench.choose('bump', 'buddy');
    await bench.paste(fiveLines);
    await expect(bench.title).toHaveText(words.title);
    await expect(bench.outcome.locator('.headline')).toContainText(words.most);
    await expect(bench.outcome.locator('.headline')).toContainText(words.least);
    await expect(bench.cells('bump')).toHaveText(['4 KiB', '3%', words.inside, '3.97 KiB · 99%', '3.97 KiB', '0.6', '1']);
    await expect(bench.cells('buddy').nth(1)).toHaveText('48.4%');
    await expect(bench.outcome.locator('.moment-line')).toContainText(words.asked);
    await expect(bench.cells('bump', 'moment').nth(1)).toHaveText('13.9%');
    await expect(bench.outcome.locator('path.series')).toHaveCount(3);
    await bench.inBounds();
  });
}

test('a choice made later is performed too, and the table is sorted as asked', { tag: '@desktop' }, async ({ page }) => {
  const bench = await Bench.open(page, 'en');
  await bench.choose('bump');
  await bench.paste(fiveLines);
  await expect(bench.cells('bump').first()).toHaveText('4 KiB');
  await bench.root.getByRole('checkbox', { name: 'glibc', exact: true }).check();
  await bench.root.getByRole('checkbox', { name: 'buddy' }).check();
  const names = bench.outcome.locator('.runs:not(.moment) tbody th');
  await expect(names).toHaveText(['buddy', 'bump', 'glibc']);
  await expect(bench.cells('glibc').first()).toHaveText('132 KiB');
  await bench.outcome.getByRole('columnheader', { name: 'Utilisation' }).getByRole('button').click();
  await expect(names).toHaveText(['buddy', 'bump', 'glibc']);
  await bench.outcome.getByRole('columnheader', { name: 'Utilisation' }).getByRole('button').click();
  await expect(names).toHaveText(['glibc', 'bump', 'buddy']);
  await expect(bench.outcome.getByRole('columnheader', { name: 'Utilisation' })).toHaveAttribute('aria-sort', 'ascending');
  await bench.root.getByRole('checkbox', { name: 'glibc', exact: true }).uncheck();
  await expect(names).toHaveText(['bump', 'buddy']);
});

test('the cursor is moved by keyboard and by a tap on the chart, and says all values', async ({ page }) => {
  const bench = await Bench.open(page, 'en');
  await bench.choose('bump', 'buddy');
  await bench.file(fiveLines);
  await expect(bench.cells('buddy').first()).toBeVisible();
  await bench.scrubber.focus();
  await page.keyboard.press('End');
  await expect(bench.scrubber).toHaveAttribute('aria-valuetext', 'After 5 of 5 calls; the program has asked for 24 bytes; bump 4 KiB; buddy 256 bytes');
  await page.keyboard.press('Home');
  await expect(bench.cells('bump', 'moment').first()).toHaveText('0 bytes');
  const plot = bench.outcome.locator('.chart .touch');
  await plot.scrollIntoViewIfNeeded();
  const { width } = (await plot.boundingBox())!;
  await plot.click({ position: { x: width * 0.41, y: 200 } });
  await expect(bench.outcome.locator('.moment-line')).toContainText('After 2 of 5 calls');
  await bench.outcome.locator('.runs:not(.moment)').getByRole('button', { name: 'buddy' }).click();
  await expect(bench.outcome.locator('path.series.now')).toHaveAttribute('data-key', 'buddy');
  await expect(bench.outcome.locator('.chart .peak.now')).toContainText('peak: 256 bytes');
});

test('the chart shows the heap, what is lost in blocks and between them, or the steps', { tag: '@desktop' }, async ({ page }) => {
  const bench = await Bench.open(page, 'en');
  await bench.choose('bump', 'buddy');
  await bench.paste(fiveLines);
  await expect(bench.outcome.getByRole('img', { name: 'Heap over time' })).toContainText('asked for');
  await bench.outcome.getByRole('radio', { name: 'Lost in blocks' }).check();
  const lost = bench.outcome.getByRole('img', { name: 'Lost in blocks over time' });
  await expect(lost).toContainText('bytes of blocks that nobody asked for');
  await expect(lost).not.toContainText('asked for: ');
  await expect(lost.locator('path.series')).toHaveCount(2);
  await bench.outcome.locator('.runs:not(.moment)').getByRole('button', { name: 'buddy' }).click();
  await expect(lost).toContainText('peak: 36 bytes');
  await bench.outcome.getByRole('radio', { name: 'Steps' }).check();
  await expect(bench.outcome.getByRole('img', { name: 'Steps over time' })).toContainText('blocks looked at so far');
});

test('a damaged line is named with its place and what to do; what stands before it can be compared', { tag: '@desktop' }, async ({ page }) => {
  const bench = await Bench.open(page, 'en');
  await bench.choose('bump');
  await bench.paste('1\n3\n5\n0\r\na 0 24\na 1 -7\nf 0\n');
  await expect(bench.trouble).toHaveText('Line 6, column 5: A whole number belongs here: its size in bytes.');
  const selected = await bench.box.evaluate(({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => value.slice(selectionStart, selectionEnd));
  expect(selected).toBe('a 1 -7');
  await bench.outcome.getByRole('button', { name: 'Compare the 1 call before line 6' }).click();
  await expect(bench.title).toHaveText('1 call, performed by each allocator');
  await expect(bench.box).toHaveValue(/a 1 -7/);
});

for (const [text, sentence] of [
  ['hello', /“hello” does not begin a trace/], ['1\n2\n', /four header lines are not complete/], ['a 0 1\nq 2', /Line 2, column 1: No call/],
  ['f 99999999', /An id is -1 or a whole number below 16777216/], ['= Start\n@ ./a.out:[0x1190] + 0x55d0 32\n', /Line 2, column 29: A size in bytes belongs here, hexadecimal/],
] as const) {
  test(`${JSON.stringify(text)} is refused with a sentence`, { tag: '@desktop' }, async ({ page }) => {
    const bench = await Bench.open(page, 'en');
    await bench.paste(text);
    await expect(bench.trouble).toHaveText(sentence);
  });
}

test('in Chinese too', { tag: '@desktop' }, async ({ page }) => {
  const bench = await Bench.open(page, 'zh');
  await bench.paste('a 0 1\na 0 2 3');
  await expect(bench.trouble).toHaveText('第 2 行第 7 列：这一行到这里就该结束：每行一次调用，后面不能有别的字。');
});

test('a file dropped beside the box is read, also compressed; one too long or no text is refused', { tag: '@desktop' }, async ({ page }) => {
  const bench = await Bench.open(page, 'en');
  await bench.choose('glibc');
  const dropped = await page.evaluateHandle((bytes) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(bytes)], 'trace.rep.gz'));
    return transfer;
  }, [...gzipSync(fiveLines)]);
  await page.locator('h1').dispatchEvent('dragover', { dataTransfer: dropped });
  await expect(bench.root).toHaveAttribute('data-over', '');
  await page.locator('h1').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(bench.cells('glibc').first()).toHaveText('132 KiB');
  await expect(bench.box).toHaveValue(fiveLines);
  await bench.file(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 'a.out');
  await expect(bench.trouble).toContainText('This file is not text.');
  await bench.file(Buffer.alloc(20 * 2 ** 20 + 1, 'a'));
  await expect(bench.trouble).toHaveText(/^The file has 20 MiB; at most 20 MiB are read\./);
});

test('what mtrace wrote is read', { tag: '@desktop' }, async ({ page }) => {
  const bench = await Bench.open(page, 'en');
  await bench.choose('glibc');
  await bench.file(readFileSync('src/engine/allocators/fixtures/mtrace.txt'));
  await expect(bench.title).toHaveText('10 calls, performed by each allocator');
  await expect(bench.outcome.locator('.headline')).toContainText('Read as the output of mtrace');
});

test('every example is a recorded program, and the library that recorded it can be had here', { tag: '@desktop' }, async ({ page }) => {
  const bench = await Bench.open(page, 'en');
  await bench.choose('bump');
  for (const [name, calls] of [['Perl', '10,504'], ['awk', '12,895'], ['a C compiler', '5,268'], ['ls', '467'], ['sort', '308'], ['bash', '267']] as const) {
    await bench.root.getByRole('button', { name, exact: true }).click();
    await expect(bench.title).toHaveText(`${calls} calls, performed by each allocator`);
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'rec.c' }).click()]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(readFileSync('oracle/malloc/rec.c', 'utf8'));
});

/** Presses a button as soon as it is there, for it may soon be gone; resolves to what the progress bar beside it then says. */
const pressedAtOnce = (page: Page, name: string): Promise<string> => page.evaluate((text) => new Promise((resolve) => {
  const look = (observer: MutationObserver): void => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text);
    const bar = button?.parentElement?.querySelector('progress, [role="progressbar"]');
    if (!button || !bar) return;
    observer.disconnect();
    resolve(bar.getAttribute('aria-label') ?? bar.textContent ?? '');
    button.click();
  };
  new MutationObserver((_, observer) => { look(observer); }).observe(document.body, { childList: true, subtree: true });
}), name);

test('a slow allocator can be stopped while the others go on; the page stays awake', { tag: '@desktop' }, async ({ page }) => {
  const bench = await Bench.open(page, 'en');
  await bench.choose('best-fit', 'buddy');
  const progress = pressedAtOnce(page, 'Stop best fit');
  await bench.file(longTrace());
  expect(await progress).toMatch(/^best fit: [\d,]+ of 500,000 calls$/);
  expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('trace.worker')]);
  await expect(bench.outcome.locator('.progresses')).toContainText('best fit was stopped.');
  await expect(bench.cells('buddy').first()).toBeVisible();
  await expect(bench.cells('best-fit')).toHaveCount(0);
  expect((await bench.box.inputValue()).length).toBeLessThan(20_000);
});

test('the table and the chart can be taken along', { tag: '@desktop' }, async ({ page }) => {
  const bench = await Bench.open(page, 'en');
  await bench.choose('bump', 'buddy');
  await bench.paste(fiveLines);
  await expect(bench.cells('buddy').first()).toBeVisible();
  const take = async (name: string): Promise<{ name: string; text: string }> => {
    const [download] = await Promise.all([page.waitForEvent('download'), bench.outcome.getByRole('button', { name }).click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  const csv = await take('Download as CSV');
  expect(csv.name).toBe('trace.csv');
  expect(csv.text.split('\n').map((line) => line.split(',').slice(0, 4).join(','))).toEqual(['operations,live,bump heap,bump blocks', '0,0,0,0', '1,24,4096,32', '2,124,4096,144', '3,100,4096,112', '4,124,4096,144', '5,24,4096,32', '']);
  const svg = await take('Download the chart as SVG');
  expect(svg.name).toBe('trace.svg');
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.setContent(svg.text);
  await expect(page.locator('svg > rect').first()).toHaveAttribute('fill', paper);
  expect(paper).toMatch(/^rgb\(/);
  await expect(page.locator('svg text').filter({ hasText: 'asked for' }).first()).toBeVisible();
  expect(svg.text).not.toMatch(/var\(|class="touch"/);
  expect(await page.locator('svg path').first().evaluate((path) => path.getAttribute('stroke'))).toMatch(/^rgb/);
  await expect(page.locator('svg text').last()).toHaveText(/Go Runtime Design: Managing Memory · .*\/en\/tools\/trace\/$/);
});

test('what is pasted stays on the page: no request, no address, no storage, no markup', { tag: '@desktop' }, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  const bench = await Bench.open(page, 'en');
  await bench.paste('a 31337 24\n<img src=x onerror="document.title=1">');
  await expect(bench.trouble).toBeVisible();
  await expect(bench.outcome.locator('img')).toHaveCount(0);
  await bench.outcome.getByRole('button', { name: /^Compare the 1 call before/ }).click();
  await expect(bench.title).toBeVisible();
  expect(page.url()).toMatch(/\/en\/tools\/trace\/$/);
  expect(await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), history.state]))).not.toContain('31337');
  expect(asked.filter((request) => !/^GET [^?]*\/(_astro\/[^?]*|en\/tools\/trace\/|favicon\.svg) $/.test(request))).toEqual([]);
});

test('the page and a result can be read by everybody, light and dark, and at 400 % zoom', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const bench = await Bench.open(page, 'en');
  await bench.root.getByRole('button', { name: 'sort', exact: true }).click();
  await expect(bench.cells('buddy').first()).toBeVisible();
  expect.soft(await barriers(page), 'light').toEqual([]);
  expect.soft(await barriersInTheDark(page), 'dark').toEqual([]);
  await page.setViewportSize({ width: 320, height: 256 });
  await bench.inBounds();
});

test('nothing of the tool is loaded before it is used', { tag: '@desktop' }, async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => { if (response.headers()['content-type']?.includes('javascript')) scripts.push(response.text()); });
  await page.goto('en/tools/trace/', { waitUntil: 'networkidle' });
  const before = (await Promise.all(scripts)).join('\n');
  expect(before).not.toContain('Lost between blocks');
  const bench = new Bench(page);
  await bench.paste(fiveLines);
  await expect(bench.title).toBeVisible();
  const after = (await Promise.all(scripts)).join('\n');
  expect(after).toContain('Lost between blocks');
  expect(after).not.toContain('块间损失');
});

test('the footer and the contents lead here', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('zh/');
  await expect(page.locator('main').getByRole('link', { name: '看你的 malloc trace' })).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: '看你的 malloc trace' }).click();
  await expect(page).toHaveURL(/\/zh\/tools\/trace\/$/);
});

test.describe('without JavaScript', { tag: '@no-js' }, () => {
  test('six allocators on a run of Perl are drawn and told, and the command that does more', async ({ page }) => {
    await page.goto('en/tools/trace/');
    await expect(page.getByRole('textbox')).toBeHidden();
    const still = page.locator('.still');
    await expect(still.locator('path.series')).toHaveCount(7);
    for (const name of ['asked for', 'glibc', 'tcmalloc', '↑ mimalloc', 'first fit', 'best fit', 'buddy']) await expect(still.locator('.names').getByText(name, { exact: true })).toBeVisible();
    await expect(still.locator('[data-machine="glibc"] td').first()).toHaveText('528 KiB');
    await expect(page.getByText('tcmalloc takes 1 MiB at once')).toBeVisible();
    await expect(page.locator('noscript pre')).toHaveText('npm run -s replay -- glibc trace.rep --stats');
  });
});
