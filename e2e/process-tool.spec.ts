import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { barriers, barriersInTheDark } from './barriers.ts';
import { expect, test } from './book.ts';
import { Desk, seed } from './desk.ts';

const inLanguage = {
  en: { title: 'A Go program, 1.17 or 1.18', virt: 'VIRT is 768 MiB in 20 mappings. 585 MiB of it are reserved', heap: 'Go’s heap is at c000000000', index: 'arena index', sure: 'certain', counted: 'no', next: 'Next' },
  zh: { title: 'Go 程序，1.17 或 1.18', virt: 'VIRT 是 768 MiB，共 20 个映射。其中 585 MiB', heap: 'Go 的堆在 c000000000', index: 'arena 索引', sure: '确定', counted: '没有', next: '下一个' },
} as const;

for (const locale of ['en', 'zh'] as const) {
  const words = inLanguage[locale];

  test(`the 2022 process, pasted in ${locale}, is told, summed, drawn and proven`, async ({ page }) => {
    const desk = await Desk.open(page, locale);
    await desk.explain(seed);
    await expect(desk.title).toHaveText(words.title);
    for (const told of [words.virt, words.heap, '/opt/vmlet/vmlet run -c ./vmlet.yaml']) await expect(desk.said).toContainText(told);
    const index = desk.total(words.index);
    await expect(index).toContainText(words.sure);
    await expect(index.getByRole('cell')).toHaveText(['32,768', '0–4,884', words.counted]);
    await expect(desk.total('L4').getByRole('cell')).toHaveText(['524,288', '4', '4 KiB']);
    await expect(desk.bar('7f7eba507000')).toContainText('263,680');
    await expect(desk.drawing.locator('.mapping')).toHaveCount(20);
    await desk.bar('7f7eba507000').click();
    await expect(desk.panel).toContainText('7f7eba507000-7f7eca687000 ---p');
    await expect(desk.panel).toContainText(/c000000000.*263,680 KiB/);
    await desk.panel.getByRole('button', { name: words.next }).click();
    await expect(desk.panel).toContainText('7f7eca687000-7f7eca688000 rw-p');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test('the Go 1.27 example is 1,198 MiB of addresses, 1,097 of them summaries and index, and 1.6 MiB of memory', async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await page.getByRole('button', { name: 'Go 1.27, hello' }).click();
  await expect(desk.title).toHaveText('A Go program, 1.26 or later');
  for (const told of ['VIRT is 1,198 MiB', '1,097 MiB of it are reserved', '327b48000000', 'RSS is 1.6 MiB: the program']) await expect(desk.said).toContainText(told);
  await expect(desk.bar('327b4b400000')).toContainText('4,096');
});

test('every example loads, and in Chinese too', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'zh');
  for (const [name, title] of [['2022 年的一个 Go agent', 'Go 程序，1.17 或 1.18'], ['Go 1.27，带 cgo', 'Go 程序，1.26 或更新'], ['两个线程的 C 程序', '这份映射里没有 Go 运行时']] as const) {
    await page.getByRole('button', { name }).click();
    await expect(desk.title).toHaveText(title);
  }
  await expect(desk.total('线程栈')).toContainText('8,192');
  await expect(desk.total('线程栈')).toContainText('很可能');
});

test('everything works from the keyboard, and nothing holds it', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.box.focus();
  await desk.explain(seed);
  const reach = async (what: ReturnType<typeof page.locator>): Promise<void> => {
    for (let presses = 0; !(await what.evaluate((each) => each === document.activeElement)); presses++) {
      expect(presses, 'presses of Tab').toBeLessThan(60);
      await page.keyboard.press('Tab');
    }
  };
  await reach(page.getByRole('button', { name: 'Explain' }));
  await page.keyboard.press('Enter');
  await expect(desk.title).toBeVisible();
  await reach(desk.drawing);
  await page.keyboard.press('ArrowDown');
  await expect(desk.panel).toContainText('400000-a91000 r-xp');
  await expect(desk.panel).toContainText('Certain. A segment of vmlet with permissions r-xp.');
  await page.keyboard.press('End');
  await expect(desk.panel).toContainText('ffffffffff600000-ffffffffff601000 r-xp');
  await page.keyboard.press('ArrowUp');
  await expect(desk.panel).toContainText('vdso');
  await reach(page.getByText('All 20 mappings as a list'));
  await page.keyboard.press('Enter');
  await reach(desk.outcome.locator('.mappings li').first().getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(desk.panel).toContainText('400000-a91000 r-xp');
  await reach(page.getByRole('link', { name: 'Glossary' }));
});

test('a result can be read by everybody, light and dark, and at 400 % zoom', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const desk = await Desk.open(page, 'en');
  await desk.explain(seed);
  await desk.bar('7f7eb7d55000').click();
  await page.getByText('All 20 mappings as a list').click();
  await expect(desk.outcome.locator('.mappings li')).toHaveCount(20);
  expect.soft(await barriers(page), 'light').toEqual([]);
  expect.soft(await barriersInTheDark(page), 'dark').toEqual([]);
  await page.setViewportSize({ width: 320, height: 256 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test('what is pasted never becomes markup, wherever it is shown', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  const title = await page.title();
  // More of them, and in more places, are tried without a browser in `scripts/fuzz/corpus`.
  const bombs = ['<img src=x onerror="document.title=1">', '</textarea><svg onload="document.title=1">'];
  const map = (name: string) => `00400000-00401000 r-xp 00000000 08:01 9 ${name}\n00401000-00402000 rw-p 00000000 00:00 0 [anon: ${name}]\n00500000-00501000 rw-p 00000000 00:00 0\n`;
  for (const bomb of bombs) {
    for (const text of [map(bomb), `1410: ${bomb}\n${seed.split('\n').slice(2).join('\n')}`, bomb, `${map('/a')}${bomb}`]) {
      await page.getByRole('button', { name: 'Clear' }).click();
      await expect(desk.outcome.locator('h2, .trouble')).toHaveCount(0);
      await desk.box.fill(text);
      await page.getByRole('button', { name: 'Explain' }).click();
      await expect(desk.outcome.locator('h2, .trouble').first()).toBeVisible();
      if (await desk.drawing.count() > 0) await desk.drawing.press('Home');
      await expect(desk.outcome.locator('img, script, #bomb, svg[onload]')).toHaveCount(0);
    }
  }
  expect(await page.title()).toBe(title);
});

test('what is pasted stays on the page: no request, no address, no storage', { tag: '@desktop' }, async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  const desk = await Desk.open(page, 'en');
  await desk.explain(seed.replaceAll('vmlet', 'secretagent'));
  await expect(desk.said).toContainText('secretagent');
  expect(page.url()).toMatch(/\/en\/tools\/process\/$/);
  expect(await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, await indexedDB.databases(), history.state]))).not.toMatch(/secret|7f7e/);
  expect(asked.filter((request) => !/^GET [^?]*\/(_astro\/[^?]*|en\/tools\/process\/|favicon\.svg) $/.test(request))).toEqual([]);
  await page.reload();
  await expect(desk.outcome).toBeEmpty();
});

test('the table can be copied, and the mappings saved as `npm run smaps` prints them', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.explain(seed);
  await page.getByRole('button', { name: 'Copy this table' }).click();
  await expect(desk.outcome).toContainText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^ {2}arena index +32,768 +0–4,884 +no +certain$/m);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download all mappings as JSON' }).click()]);
  expect(download.suggestedFilename()).toBe('process.json');
  const printed = execFileSync(process.execPath, ['scripts/smaps.ts', 'src/engine/memory/fixtures/seed-vmlet.pmap.txt'], { encoding: 'utf8' });
  expect(readFileSync(await download.path(), 'utf8')).toBe(printed);
});

test('nothing of the reader is loaded before it is used, and never the other language', { tag: '@desktop' }, async ({ page }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => { if (response.headers()['content-type']?.includes('javascript')) scripts.push(response.text()); });
  await page.goto('en/tools/process/', { waitUntil: 'networkidle' });
  const before = (await Promise.all(scripts)).join('\n');
  expect(before).not.toContain('page summaries and index');
  await new Desk(page).explain(seed);
  const after = (await Promise.all(scripts)).join('\n');
  expect(after).toContain('page summaries and index');
  expect(after).not.toContain('页摘要');
});

for (const [locale, seen, answer, paste] of [['en', 'VIRT is 1.2 GB', '1,197.75 MiB', 'Paste maps.'], ['zh', '堆很小，却 OOMKilled', '65.96 MiB', '请贴 smaps + memory.stat。']] as const) {
  test(`a symptom in ${locale} opens to an answer and what to paste`, async ({ page }) => {
    await page.goto(`${locale}/tools/process/`);
    const symptom = page.locator('.symptoms details').filter({ hasText: seen });
    await expect(symptom.getByText(answer)).toBeHidden();
    await symptom.getByText(seen).click();
    await expect(symptom.getByText(answer)).toBeVisible();
    await expect(symptom).toContainText(paste);
  });
}

test('the footer and the contents lead here, in both languages', { tag: '@desktop' }, async ({ page }) => {
  await page.goto('zh/');
  await expect(page.locator('main').getByRole('link', { name: '看你的进程' })).toBeVisible();
  await page.getByRole('contentinfo').getByRole('link', { name: '看你的进程' }).click();
  await expect(page).toHaveURL(/\/zh\/tools\/process\/$/);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/tools\/process\/$/);
});

test.describe('without JavaScript', { tag: '@no-js' }, () => {
  test('the page says so, gives the command that does the same, and its symptoms still open', async ({ page }) => {
    await page.goto('zh/tools/process/');
    await expect(page.getByRole('textbox')).toBeHidden();
    await expect(page.locator('noscript p')).toContainText('需要 JavaScript');
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.locator('noscript pre')).toHaveText('npm run -s smaps -- smaps.txt');
    await page.getByText('VIRT 有 1.2 GB').click();
    await expect(page.getByText('1,197.75 MiB')).toBeVisible();
  });
});
