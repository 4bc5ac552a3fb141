import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { barriers, barriersInTheDark } from './barriers.ts';
import { expect, test, testOnFreshPage } from './book.ts';
import { Desk } from './desk.ts';
import { Figure } from './figure.ts';

type Text = 'earlier' | 'scrape' | 'profile' | 'object' | 'smaps' | 'smapsRollup' | 'stat' | 'prefixed';
const { rows: [served] } = JSON.parse(readFileSync('oracle/recordings/serving.json', 'utf8')) as { rows: [Record<Text, string>] };

const bar = (desk: Desk): Locator => desk.outcome.locator('.account');
const finding = (desk: Desk, kind: string): Locator => desk.outcome.locator(`[data-finding="${kind}"]`);

const inLanguage = {
  en: { example: 'a Go service, all it gives', title: 'RSS is 65 MiB; no Go counter sees 31–34 MiB of it', charge: 'The cgroup is charged 120 MiB of 512 MiB.', pieces: ['objects', 'free pages', 'in no Go counter', 'page cache'], c: 'Most likely C’s: 21 MiB' },
  zh: { example: '一个 Go 服务给出的全部', title: 'RSS 是 65 MiB，其中 31–34 MiB 是 Go 的任何计数器都看不见的', charge: 'cgroup 记账 120 MiB，上限 512 MiB。', pieces: ['对象', '空闲页', 'Go 的计数器看不见', '页缓存'], c: '多半是 C 的：21 MiB' },
} as const;

for (const locale of ['en', 'zh'] as const) {
  const words = inLanguage[locale];

  test(`all that a service gives stands on one bar in ${locale}, the 24 MiB of C in the part no Go counter sees`, async ({ page }) => {
    const desk = await Desk.open(page, locale);
    await page.getByRole('button', { name: words.example }).click();
    await expect(desk.title.first()).toHaveText(words.title);
    await expect(desk.said.first()).toContainText(words.charge);
    for (const name of words.pieces) await expect(bar(desk).locator('text.name', { hasText: name })).toBeVisible();
    await expect(finding(desk, 'alikeTables').getByRole('heading')).toHaveText(words.c);
    await expect(desk.drawing).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test('each piece begins on the bar where the one before it ends', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.explain(served.profile);
  const rects = await bar(desk).locator(':scope > [data-piece] > rect').evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right] as const));
  expect(rects).toHaveLength(5);
  for (const [at, [left]] of rects.entries()) if (at > 0) expect(Math.abs(left - rects[at - 1]![1])).toBeLessThan(0.5);
});

test('a profile alone: Go’s pieces, and what is needed to see the rest; smaps added below gives it', async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.explain(served.profile);
  await expect(desk.title).toHaveText('Go counts 35 MiB');
  await expect(bar(desk)).not.toContainText('in no Go counter');
  await expect(finding(desk, 'needRss')).toContainText('Add smaps');
  await expect(desk.outcome).toContainText('all 7 sums that MemStats must keep are kept');
  await desk.box.press('ControlOrMeta+End');
  await desk.paste(`\n${served.smapsRollup}`);
  await expect(desk.title.first()).toHaveText('RSS is 66 MiB; at least 31 MiB of it are in no Go counter');
  await expect(bar(desk)).toContainText('≥ 31 MiB');
});

test('a changed line breaks a sum, and the page says which', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.explain(served.profile.replace('# GCSys = 2757888', '# GCSys = 2757880'));
  await expect(desk.trouble).toContainText('Sys = HeapSys + StackSys + MSpanSys + MCacheSys + BuckHashSys + GCSys + OtherSys: 59,681,048 and 59,681,040 bytes');
});

test('two scrapes ten seconds apart: 100 MiB allocated, 10 MiB a second once the seconds are said', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.explain(served.earlier + served.scrape);
  const allocated = desk.outcome.getByRole('row', { name: /^allocated/ });
  await expect(allocated.getByRole('cell')).toHaveText(['100 MiB']);
  await desk.outcome.getByLabel('Seconds between them').fill('10');
  await expect(allocated.getByRole('cell')).toHaveText(['100 MiB', '10 MiB']);
  await expect(desk.outcome.getByRole('row', { name: /^collections/ }).getByRole('cell')).toHaveText(['8', '0.8']);
});

for (const [locale, link, back] of [
  ['en', 'Try these numbers in the pacer cockpit', 'Have the numbers of your service filled in.'],
  ['zh', '把这些数字带进驾驶舱试试', '让工具填上你的服务的数字。'],
] as const) {
  test(`from two scrapes and a cgroup to the pacer cockpit and back, in ${locale}: 13 MiB live, 512 MiB allowed, 400 MiB allocated in ten seconds`, { tag: '@desktop' }, async ({ page }) => {
    const desk = await Desk.open(page, locale);
    const more = served.scrape.replace(/^(go_memstats_alloc_bytes_total|go_gc_heap_allocs_bytes_total) .*$/gm, `$1 ${72_059_936 + 400 * 2 ** 20}`);
    await desk.explain(served.earlier + more + served.prefixed);
    const section = desk.outcome.locator('[data-part="cockpit"]');
    await expect(section).toContainText('100 MiB');
    await desk.outcome.getByRole('spinbutton').fill('10');
    for (const told of ['13 MiB', '5.8 MiB', '31 MiB', '512 MiB', '40 MiB', 'GOMAXPROCS 2', 'GOGC 100']) await expect(section).toContainText(told);
    await section.getByRole('link', { name: link }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/figures/pacer-cockpit/\\?`));
    const figure = new Figure(page, 'pacer-cockpit');
    await figure.wake();
    await expect(figure.root.locator('[data-control="rate"]')).toHaveValue('40');
    await expect(figure.drawing.locator('[data-name="container"]')).toBeVisible();
    await expect(figure.trouble).toHaveCount(0);
    // GOGC of 100: twice 13 MiB of heap, 6 MiB beside it, 31 MiB outside.
    await expect(figure.drawing.locator('.note').nth(2)).toContainText(/ (6[3-9]|7[0-2])\sMiB/);
    await figure.unfold('program');
    await expect(figure.act('text')).toHaveValue(/^keep 13\.1 MiB/m);
    await expect(figure.act('text')).toHaveValue(/^container 512 MiB$/m);
    await figure.root.getByRole('link', { name: back }).click();
    await expect(page).toHaveURL(new RegExp(`/${locale}/tools/process/$`));
  });
}

test('a long text that stood in the box before the tool was there is read once', { tag: '@desktop' }, async ({ page }) => {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((go) => { arrive = go; });
  await page.route(/\/_astro\/tool\./, async (route) => { await arrived; await route.continue(); });
  const desk = await Desk.open(page, 'en');
  await desk.box.fill(served.earlier + served.scrape);
  await page.getByRole('button', { name: 'Explain' }).click();
  arrive();
  await expect(desk.outcome.getByLabel('By').getByRole('option')).toHaveCount(2);
});

test('several targets in one scrape: each can be chosen', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  const target = (name: string): string => served.scrape.replace(/^(go_\w+|process_\w+)(?:\{([^}]*)\})? /gm, (_, metric: string, labels = '') => `${metric}{${labels && `${labels},`}pod="${name}"} `);
  await desk.explain(target('a') + target('b').replace(/^(process_resident_memory_bytes.*) .*$/m, '$1 1.048576e+08'));
  await expect(desk.title).toContainText('RSS is 100 MiB');
  await desk.outcome.getByLabel('By').selectOption({ label: 'Prometheus pod="a", line 15' });
  await expect(desk.title).toContainText('RSS is 65 MiB');
});

/** Of the page's Workers the first never hears a question of this kind. */
const deafTo = (page: Page, kind: string): Promise<unknown> => page.addInitScript((deaf) => {
  const post = Worker.prototype.postMessage;
  const heard = new Set<Worker>();
  Worker.prototype.postMessage = function (this: Worker, message: { ask?: { do: string } }) {
    heard.add(this);
    if (heard.size > 1 || message.ask?.do !== deaf) post.call(this, message);
  };
}, kind);

for (const [locale, by, stop, left] of [['en', 'By', 'Stop', 'Stopped. All is as it was before.'], ['zh', '按哪份读数', '停下', '已停下，一切还是原来的样子。']] as const) {
  testOnFreshPage(`an account that does not come is told to be waited for; stopped, it leaves the one there was, and can be asked for again, in ${locale}`, { tag: '@desktop' }, async ({ page }) => {
    await deafTo(page, 'account');
    const desk = await Desk.open(page, locale);
    await desk.explain(served.earlier + served.scrape);
    const [title, choice] = [(await desk.title.textContent())!, desk.outcome.getByLabel(by)];
    await choice.selectOption({ index: 0 });
    await expect(desk.outcome.getByRole('progressbar')).toBeVisible();
    await page.getByRole('button', { name: stop, exact: true }).click();
    await expect(desk.outcome.getByRole('progressbar')).toHaveCount(0);
    await expect(desk.outcome.getByText(left)).toBeVisible();
    await expect(desk.title).toHaveText(title);
    await expect(choice.locator('option').nth(1)).toHaveJSProperty('selected', true);
    await choice.selectOption({ index: 0 });
    await expect(desk.title).not.toHaveText(title);
    await expect(desk.outcome.getByText(left)).toHaveCount(0);
  });
}

testOnFreshPage('a file that does not come can be stopped, and had after all', { tag: '@desktop' }, async ({ page }) => {
  await deafTo(page, 'json');
  const desk = await Desk.open(page, 'en');
  await desk.explain(served.smaps);
  const save = page.getByRole('button', { name: 'Download all mappings as JSON' });
  await save.click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(desk.outcome.getByText('Stopped. All is as it was before.')).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(readFileSync(await download.path(), 'utf8')).toBe(execFileSync(process.execPath, ['scripts/smaps.ts', '-'], { input: served.smaps, encoding: 'utf8' }));
});

test('damaged lines are named, skipped, and shown in the box when pressed', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  const lines = served.profile.split('\n');
  const at = lines.findIndex((line) => line.startsWith('# HeapObjects'));
  await desk.explain(lines.with(at, '# HeapObjects = many').join('\n'));
  const skipped = desk.outcome.locator('.skipped');
  await expect(skipped).toContainText(`Line ${at + 1}, column 17: HeapObjects should be a number, not “many”.`);
  await skipped.getByRole('button').click();
  expect(await desk.box.evaluate(({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => value.slice(selectionStart, selectionEnd))).toBe('# HeapObjects = many');
  await expect(desk.title).toHaveText('Go counts 35 MiB');
});

test('what is pasted stays on the page: nothing is asked for but the reader itself', { tag: '@desktop' }, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  const desk = await Desk.open(page, 'en');
  await desk.explain(`${served.scrape}${served.prefixed.replaceAll('oracle', 'secretpod')}`);
  await expect(bar(desk)).toBeVisible();
  expect(page.url()).toMatch(/\/en\/tools\/process\/$/);
  expect(asked.filter((request) => !/^GET [^?]*\/(_astro\/[^?]*|en\/tools\/process\/|favicon\.svg) $/.test(request))).toEqual([]);
  expect(await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), history.state]))).not.toMatch(/secretpod|125693952/);
});

test('names and labels never become markup', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  const bomb = '<img src=x onerror=\\"document.title=1\\">';
  await desk.explain(`${['a', 'b'].map((name) => `go_memstats_sys_bytes{pod="${name}${bomb}"} 5\n`).join('')}${bomb}\n`);
  await expect(desk.outcome.locator('.skipped')).toContainText('<img');
  await expect(desk.outcome.locator('img')).toHaveCount(0);
});

test('it can be read by everybody, light and dark, and at 400 % zoom', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const desk = await Desk.open(page, 'en');
  await desk.explain(`${served.earlier}${served.scrape}${served.prefixed}Dear reader\n`);
  expect.soft(await barriers(page), 'light').toEqual([]);
  expect.soft(await barriersInTheDark(page), 'dark').toEqual([]);
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
