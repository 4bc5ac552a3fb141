import { expect, test } from './book.ts';
import { Desk, manyMappings, recorded, seed } from './desk.ts';

test.describe('a damaged line', { tag: '@desktop' }, () => {
  const damaged = seed.split('\n').map((line, i) => (i === 11 ? line.replace('7f7eca687000 rw-p', '7f7eca687000 rwqp') : line)).join('\n');

  for (const [locale, sentence] of [['en', 'Line 12, column 18: “rwqp” are not permissions. Expected something like rw-p.'], ['zh', '第 12 行第 18 列：“rwqp”不是权限，权限形如 rw-p。']] as const) {
    test(`is named in ${locale} with its place; the text stays, the line is selected`, async ({ page }) => {
      const desk = await Desk.open(page, locale);
      await desk.paste(damaged);
      await expect(desk.trouble).toHaveText(sentence);
      await expect(desk.box).toHaveValue(damaged);
      const selected = await desk.box.evaluate(({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => value.slice(selectionStart, selectionEnd));
      expect(selected).toBe(damaged.split('\n')[11]);
      await expect(desk.title).toHaveCount(0);
    });
  }

  test('is mended in the box, and read again while the reader rests', async ({ page }) => {
    const desk = await Desk.open(page, 'en');
    await desk.paste(damaged);
    await expect(desk.trouble).toBeVisible();
    await page.keyboard.type(seed.split('\n')[11]!);
    await expect(desk.title).toHaveText('A Go program, 1.17 or 1.18');
    await expect(desk.trouble).toHaveCount(0);
  });

  test('deep in megabytes is shown with its neighbours, and mending it there mends the whole text', async ({ page }) => {
    const desk = await Desk.open(page, 'en');
    const lines = manyMappings(2_000).split('\n');
    const nth = 23 * 1_500;
    await desk.paste(lines.with(nth, lines[nth]!.replace('rw-p', 'r--?')).join('\n'));
    await expect(desk.trouble).toContainText(`Line ${nth + 1}, column 27`);
    await expect(desk.root.locator('.shown')).toContainText(`of ${lines.length.toLocaleString('en-US')}`);
    expect((await desk.box.inputValue()).length).toBeLessThan(20_000);
    await page.keyboard.type(lines[nth]!);
    await page.getByRole('button', { name: 'Explain' }).click();
    await expect(desk.said).toContainText('in 2,000 mappings');
  });
});

test.describe('a file', { tag: '@desktop' }, () => {
  test('dropped beside the box is read, and the page stays', async ({ page }) => {
    const desk = await Desk.open(page, 'en');
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([text], 'smaps.txt', { type: 'text/plain' }));
      return transfer;
    }, recorded('go-cgo', 'smaps'));
    await page.locator('h1').dispatchEvent('dragover', { dataTransfer: dropped });
    await expect(desk.root).toHaveAttribute('data-over', '');
    await page.locator('h1').dispatchEvent('drop', { dataTransfer: dropped });
    await expect(desk.title).toHaveText('A Go program, 1.26 or later');
    await expect(desk.total('glibc arena').getByRole('cell').first()).toHaveText('327,680');
    await expect(desk.root).not.toHaveAttribute('data-over');
  });

  test('chosen is read; one that is no text, or too long, is refused with a reason', async ({ page }) => {
    const desk = await Desk.open(page, 'en');
    const file = page.locator('input[type=file]');
    await file.setInputFiles({ name: 'maps', mimeType: '', buffer: Buffer.from(recorded('go-hello-1.18', 'maps')) });
    await expect(desk.title).toHaveText('A Go program, 1.17 or 1.18');
    await expect(desk.said).toContainText('This text has no RSS.');
    await file.setInputFiles({ name: 'a.out', mimeType: '', buffer: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]) });
    await expect(desk.trouble).toContainText('This file is not text.');
    await file.setInputFiles({ name: 'huge', mimeType: 'text/plain', buffer: Buffer.alloc(5 * 1024 * 1024 + 1, 'a') });
    await expect(desk.trouble).toHaveText(/^The file has 5 MiB; at most 5 MiB are read\./);
  });
});

test('smaps_rollup gives its sums and says what it cannot show', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'en');
  await desk.explain(recorded('go-hello-1.27', 'smapsRollup'));
  await expect(desk.title).toHaveText('The sum of all mappings');
  await expect(desk.outcome).toContainText('It cannot show VIRT');
  await expect(desk.outcome.getByRole('row', { name: /^Rss / })).toContainText('1,624 KiB');
});

test.describe('5 MB and 20,000 mappings', { tag: '@desktop' }, () => {
  test('are read in a Worker; the page holds a small part of the text and some hundred marks', async ({ page }) => {
    const desk = await Desk.open(page, 'en');
    const text = manyMappings(Math.floor((5 * 1024 * 1024) / manyMappings(1).length));
    expect(text.length).toBeGreaterThan(5 * 1024 * 1024 - 1_000);
    await page.locator('input[type=file]').setInputFiles({ name: 'smaps', mimeType: 'text/plain', buffer: Buffer.from(text) });
    await expect(desk.title).toHaveText('No Go runtime in this map', { timeout: 30_000 });
    expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringContaining('explain.worker')]);
    expect((await desk.box.inputValue()).length).toBeLessThan(20_000);
    expect(await page.locator('*').count()).toBeLessThan(2_500);
  });

  test('without its Worker nothing is read at all: the page never does that work', async ({ page, complaints }) => {
    await page.route('**/explain.worker*', (route) => route.abort());
    const desk = await Desk.open(page, 'en');
    await desk.paste(seed);
    await expect(desk.trouble).toContainText('The reader did not start.');
    await expect(desk.box).toHaveValue(seed);
    expect(complaints.length).toBeGreaterThan(0);
    (complaints as string[]).length = 0;
  });

  test('can be paged, narrowed to a kind, and each mapping chosen', async ({ page }) => {
    const desk = await Desk.open(page, 'en');
    const maps = Array.from({ length: 20_000 }, (_, i) => `${(0x7f0000000000 + i * 0x10000).toString(16)}-${(0x7f0000000000 + i * 0x10000 + 0x4000).toString(16)} rw-p 00000000 00:00 0\n`).join('');
    await desk.explain(`${maps}7ffd97acb000-7ffd97aec000 rw-p 00000000 00:00 0 [stack]\n`);
    await expect(desk.said).toContainText('in 20,001 mappings');
    await expect(desk.drawing).toContainText('19,941 smaller mappings');
    await page.getByText('All 20,001 mappings as a list').click();
    const rows = desk.outcome.locator('.mappings li');
    await expect(rows).toHaveCount(50);
    await page.getByRole('button', { name: 'Later' }).click();
    await expect(desk.outcome.locator('.turning')).toContainText('51 to 100 of 20,001');
    await rows.first().getByRole('button').click();
    await expect(desk.panel).toContainText('7f0000320000-7f0000324000 rw-p');
    await desk.total('stack').getByRole('button').click();
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('7ffd97acb000 rw-p');
  });
});

test('a reading can be cancelled in the middle, and begun again', { tag: '@desktop' }, async ({ page }) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => { release = resolve; });
  await page.route('**/explain.worker*', async (route) => {
    await held;
    await route.continue().catch(() => undefined); // the cancelled one asks no more
  });
  const desk = await Desk.open(page, 'en');
  await desk.paste(seed);
  await expect(desk.outcome.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.outcome).toHaveText('Cancelled. The text is still in the box.');
  await expect(desk.box).toHaveValue(seed);
  release();
  await page.getByRole('button', { name: 'Explain' }).click();
  await expect(desk.title).toHaveText('A Go program, 1.17 or 1.18');
});

test('a reading that is cancelled leaves what was read before, which still answers', { tag: '@desktop' }, async ({ page }) => {
  const desk = await Desk.open(page, 'zh');
  await desk.explain(seed);
  const title = (await desk.title.textContent())!;
  await page.route('**/explain.worker*', () => undefined); // the next one never begins
  await page.locator('input[type=file]').setInputFiles({ name: 'smaps', mimeType: 'text/plain', buffer: Buffer.from(recorded('go-hello-1.27', 'smaps')) });
  await expect(desk.outcome.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: '取消' }).click();
  await expect(desk.title).toHaveText(title);
  await expect(desk.outcome.getByRole('status').first()).toHaveText('已取消。下面还是先前读出的结果。');
  await expect(desk.box).toHaveValue(/^00400000-00480000 r-xp/);
  await desk.outcome.locator('.mappings > summary').click();
  await expect(desk.outcome.locator('.mappings li')).not.toHaveCount(0);
});
