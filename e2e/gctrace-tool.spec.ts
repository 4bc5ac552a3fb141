import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import type { Locale } from '../src/i18n/locales.ts';
import { barriers, barriersInTheDark } from './barriers.ts';
import { expect, test } from './book.ts';
import { permitClipboard } from './clipboard.ts';

const { rows } = JSON.parse(readFileSync('oracle/recordings/gctrace-settings.json', 'utf8')) as { rows: { env: string[]; program: string; text: string }[] };
const textOf = (env: string, program: string): string => rows.find((row) => row.env.join(' ') === env && row.program === program)!.text;
/** Seven cycles of a heap beside 12 MiB of stacks. */
const deep = textOf('', 'deep');

/** `/tools/gctrace/` as a reader meets it. */
class Desk {
  readonly page: Page;
  readonly box: Locator;
  readonly outcome: Locator;
  readonly title: Locator;
  readonly said: Locator;

  constructor(page: Page) {
    this.page = page;
    this.box = page.getByRole('textbox').first();
    this.outcome = page.locator('gctrace-tool [data-part="outcome"]');
    this.title = this.outcome.getByRole('heading', { level: 2 });
    this.said = this.outcome.locator('.headline');
  }

  static async open(page: Page, locale: Locale): Promise<Desk> {
    await page.goto(`${locale}/tools/gctrace/`);
    return new Desk(page);
  }

  async paste(text: string): Promise<void> {
    await permitClipboard(this.page.context());
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.box.focus();
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  field(name: string): Locator { return this.outcome.locator(`.cycle [data-field="${name}"]`); }
}

const inLanguage = {
  en: { example: 'a heap beside large stacks', title: '7 collections in 0.096 s', holds: 'All 7 printed goals that can be held against the line before are what the pacer’s formula gives for GOGC=100.', last: 'gc 7, line 7', between: 'the goal lies between 84 MiB and 88 MiB. The printed one does.' },
  zh: { example: '堆，外加很大的栈', title: '0.096 秒里有 7 次 GC', holds: '有 7 个目标能与前一行对照，全都符合 pacer 的公式（GOGC=100）。', last: 'gc 7，第 7 行', between: '目标在 84 MiB 和 88 MiB 之间。打印出来的正在其中。' },
} as const;

for (const locale of ['en', 'zh'] as const) {
  const words = inLanguage[locale];

  test(`a log is told, drawn, and explained field by field in ${locale}`, async ({ page }) => {
    const desk = await Desk.open(page, locale);
    await page.getByRole('button', { name: words.example }).click();
    await expect(desk.title).toHaveText(words.title);
    await expect(desk.said).toContainText(words.holds);
    for (const key of ['live', 'heap', 'goal']) await expect(desk.outcome.locator(`.chart [data-key="${key}"]`)).toBeAttached();
    await expect(desk.outcome.getByRole('heading', { name: words.last })).toBeVisible();
    // gc 7 @0.096s 1%: 0.098+5.1+0.004 ms clock, 0.19+0.006/0.21/0.74+0.009 ms cpu, 70->93->39 MB, 84 MB goal, 12 MB stacks
    for (const [name, value] of [['sweepStop', '0.098 ms'], ['mark', '5.1 ms'], ['assist', '0.006 ms'], ['idle', '0.74 ms'], ['start', '70 MiB'], ['marked', '39 MiB'], ['goal', '84 MiB']] as const) await expect(desk.field(name).locator('.figures')).toHaveText(value);
    await expect(desk.outcome.locator('.verdict')).toContainText(words.between);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test('cycles are gone through by keyboard; pauses and CPU are drawn as well', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.paste(deep);
  await expect(desk.title).toBeVisible();
  const scrubber = desk.outcome.getByRole('slider', { name: 'Cycle' });
  await scrubber.press('Home');
  await expect(desk.outcome.getByRole('heading', { name: 'gc 1, line 1' })).toBeVisible();
  await expect(desk.field('goal').locator('.figures')).toHaveText('4 MiB');
  await scrubber.press('ArrowRight');
  await expect(desk.field('mark').locator('.figures')).toHaveText('11 ms');
  await desk.outcome.getByRole('button', { name: 'Previous cycle' }).press('Enter');
  await expect(desk.outcome.getByRole('heading', { name: 'gc 1, line 1' })).toBeVisible();
  await desk.outcome.getByRole('radio', { name: 'pauses' }).press('Space');
  await expect(desk.outcome.locator('.chart [data-key="pause"]')).toBeAttached();
  await desk.outcome.getByRole('radio', { name: 'CPU' }).press('Space');
  await expect(desk.outcome.locator('.chart [data-key="share"]')).toBeAttached();
});

test('another GOGC is found from the goals, and once said all goals hold', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.paste(textOf('GOGC=50', 'falling'));
  await expect(desk.said).toContainText('11 of 12 printed goals are not what the pacer’s formula gives for GOGC=100.');
  await page.getByLabel('GOGC').fill('50');
  await page.getByLabel('GOGC').press('Enter');
  await expect(desk.said).toContainText('All 12 printed goals');
  await page.getByLabel('GOGC').fill('half');
  await page.getByLabel('GOGC').press('Enter');
  await expect(page.getByLabel('GOGC')).toHaveAttribute('aria-invalid', 'true');
  await expect(desk.said).toContainText('All 12 printed goals');
});

test('goals under a memory limit hold once the limit is said', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await page.getByRole('button', { name: 'under a memory limit' }).click();
  await expect(desk.said).toContainText('183 of 184 printed goals are not');
  await page.getByLabel('GOMEMLIMIT').fill('32MiB');
  await page.getByLabel('GOMEMLIMIT').press('Enter');
  await expect(desk.said).toContainText('All 184 printed goals that can be held against the line before are what the pacer’s formula gives for GOGC=100 and GOMEMLIMIT=32 MiB.');
});

test('lines are found in any log; damaged ones are named, skipped, and shown in the box when pressed', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  const lines = deep.trimEnd().split('\n');
  const log = [
    '2026-11-26T07:02:11Z serving on :8080', `2026-11-26T07:02:11.5Z ${lines[0]!}`,
    JSON.stringify({ log: `${lines[1]!}\n`, stream: 'stderr' }).replaceAll('>', '\\u003e'),
    lines[2]!.replace('MB goal', 'MB gaol'), `2026-11-26T07:02:11.9Z ${lines[3]!}`,
  ].join('\n');
  await desk.paste(log);
  await expect(desk.title).toContainText('3 collections');
  const skipped = desk.outcome.locator('.skipped');
  await expect(skipped).toContainText('Line 4, column 93: The goal should look like “5 MB goal,”, not “57 MB gaol, 12 MB stacks, 0 MB globals,');
  await skipped.getByRole('button').click();
  expect(await desk.box.evaluate(({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => value.slice(selectionStart, selectionEnd))).toBe(log.split('\n')[3]);
  await expect(desk.said).toContainText('Other lines passed over: 1.');
});

for (const [locale, all, first, second] of [
  ['en', 'Skipped lines: 2', 'Line 1, column 19: The clock times should look like “0.03+2.1+0.02 ms clock,”, not “0.015+0.29”.', 'Line 3, column 77: The heap'],
  ['zh', '跳过的行：2', '第 1 行第 19 列：时钟时间应当形如“0.03+2.1+0.02 ms clock,”，这里却是“0.015+0.29”。', '第 3 行第 77 列：堆的大小'],
] as const) {
  test(`a log of damaged lines only names each of them in ${locale}`, { tag: '@desktop' }, async ({ page }) => {
    const desk = await Desk.open(page, locale);
    await desk.paste('gc 1 @0.000s 17%: 0.015+0.29\n\ngc 2 @0.001s 17%: 0.015+0.29+0.002 ms clock, 0.03+0.1/0.2/0.3+0.005 ms cpu, 28>28->16 MB, 29 MB goal, 2 P\n');
    await expect(desk.outcome.locator('.skipped summary')).toHaveText(all);
    await expect(desk.outcome.locator('.skipped li')).toContainText([first, second]);
    await desk.outcome.locator('.skipped button').nth(1).click();
    expect(await desk.box.evaluate(({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => value.slice(selectionStart, selectionEnd))).toMatch(/^gc 2 .* 2 P$/);
  });
}

test('lines that a mail broke after a comma are read as they were', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.paste(deep.replaceAll(' ms cpu, ', ' ms cpu,\n'));
  await expect(desk.title).toHaveText('7 collections in 0.096 s');
  await expect(desk.outcome.getByRole('heading', { name: 'gc 7, line 13' })).toBeVisible();
  await expect(desk.field('goal').locator('.figures')).toHaveText('84 MiB');
  await expect(desk.outcome.locator('.skipped')).toHaveCount(0);
});

test('two runs in one log are told apart', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.paste(deep + textOf('GOGC=50', 'falling'));
  await expect(desk.title).toContainText('7 collections');
  await desk.outcome.getByRole('combobox', { name: 'Run' }).selectOption({ index: 1 });
  await expect(desk.title).toContainText('12 collections');
  await expect(desk.outcome.getByRole('heading', { name: /^gc 12, line/ })).toBeVisible();
});

test('a text without such lines says where to get them; one that is too long is refused', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.paste('hello');
  await expect(desk.outcome.getByRole('alert')).toContainText('Run the program with GODEBUG=gctrace=1');
  await page.locator('input[type=file]').setInputFiles({ name: 'gc.log', mimeType: 'text/plain', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 'a') });
  await expect(desk.outcome.getByRole('alert')).toContainText('at most 10 MiB are read');
});

test('10 MB are read in a Worker, and drawn in a few hundred marks', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  const line = deep.split('\n')[4]!;
  const cycles = 50_000;
  const log = Array.from({ length: cycles }, (_, i) => line.replace('gc 5 @0.066', `gc ${i + 1} @${(i / 10).toFixed(3)}`)).join('\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'gc.log', mimeType: 'text/plain', buffer: Buffer.from(log) });
  await expect(desk.title).toHaveText('50,000 collections in 4,999.9 s');
  expect(page.workers().map((worker) => worker.url())).toEqual([]);
  expect((await desk.box.inputValue()).length).toBeLessThan(20_000);
  expect(await page.locator('*').count()).toBeLessThan(1_500);
});

test('what is pasted stays on the page, and never becomes markup', { tag: '@desktop' }, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  const desk = await Desk.open(page, 'en');
  const title = await page.title();
  await desk.paste(`${deep}gc 8 @<img src=x onerror="document.title=1">secretpod\n`);
  await expect(desk.outcome.locator('.skipped')).toContainText('<img');
  await expect(desk.outcome.locator('img')).toHaveCount(0);
  expect(await page.title()).toBe(title);
  expect(page.url()).toMatch(/\/en\/tools\/gctrace\/$/);
  expect(asked.filter((request) => !/^GET [^?]*\/(_astro\/[^?]*|en\/tools\/gctrace\/|favicon\.svg) $/.test(request))).toEqual([]);
  expect(await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), history.state]))).not.toMatch(/secretpod|0\.098/);
});

test('it can be read by everybody, light and dark, and at 400 % zoom', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const desk = await Desk.open(page, 'en');
  await desk.paste(`${deep}gc 8 @x\n`);
  await expect(desk.title).toBeVisible();
  expect.soft(await barriers(page), 'light').toEqual([]);
  expect.soft(await barriersInTheDark(page), 'dark').toEqual([]);
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test.describe('without JavaScript', { tag: '@no-js' }, () => {
  test('a recorded line is explained field by field, and the command that reads a log is given', async ({ page }) => {
    await page.goto('en/tools/gctrace/');
    await expect(page.locator('pre.printed')).toContainText('69->83->30 MB, 84 MB goal, 12 MB stacks');
    await expect(page.locator('.cycle [data-field="goal"] .figures')).toHaveText('84 MiB');
    await expect(page.locator('.cycle .verdict')).toHaveText('By the line before, the goal lies between 82 MiB and 86 MiB. The printed one does.');
    await expect(page.locator('noscript pre')).toContainText('npm run -s gctrace -- gc.log');
  });
});
