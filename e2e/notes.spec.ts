import { expect, test } from './book.ts';

const sample = 'en/dev/prose/';

test.describe('sources', () => {
  test('stand in the margin of a wide screen, beside what they prove', { tag: '@desktop' }, async ({ page }) => {
    await page.goto(sample);
    const note = page.getByRole('note').filter({ hasText: 'mpagealloc_64bit.go:sysInit' });
    await expect(note).toBeVisible();
    const [beside, text] = [(await note.boundingBox())!, (await page.getByText('The runtime reserves the five levels').boundingBox())!];
    expect(beside.x).toBeGreaterThan(text.x + text.width);
    expect(Math.abs(beside.y - text.y)).toBeLessThan(40);
  });

  test('come up on a phone when their number is pressed, and go away', { tag: '@phone' }, async ({ page }) => {
    await page.goto(sample);
    const note = page.getByRole('note').filter({ hasText: 'mpagealloc_64bit.go:sysInit' });
    await expect(note).toBeHidden();
    await page.getByRole('button', { name: 'Source' }).nth(1).tap();
    await expect(note).toBeInViewport({ ratio: 1 });
    await page.getByRole('heading', { level: 1 }).tap();
    await expect(note).toBeHidden();
  });

  for (const path of ['en/3-1-gc-algorithms/', 'zh/3-1-gc-algorithms/', 'zh/changes/']) {
    test(`have no mark alone at the beginning of a line, on /${path}`, { tag: '@desktop' }, async ({ page }) => {
      await page.goto(path);
      const marks = page.locator('article .mark');
      // Of two sources of one sentence the second stands by the first's note.
      expect(await marks.evaluateAll((all) => all.filter((mark) => mark.closest('.held') === null && !mark.previousElementSibling?.matches('.note')).map((mark) => mark.dataset['n']))).toEqual([]);
      for (let width = 600; width > 360; width -= 19) {
        await page.setViewportSize({ width, height: 800 });
        const alone = await page.locator('.held > .mark').evaluateAll((all) => all.filter((mark) => mark.getBoundingClientRect().left < mark.parentElement!.getClientRects()[0]!.left).map((mark) => mark.dataset['n']));
        expect.soft(alone, `${width} pixels wide`).toEqual([]);
      }
    });
  }

  test('lead to Go’s source at the release they were read in', async ({ page }) => {
    await page.goto(sample);
    const link = page.locator('.note a', { hasText: 'mpagealloc_64bit.go:sysInit' });
    await expect(link).toHaveAttribute('href', /^https:\/\/github\.com\/golang\/go\/blob\/go1\.27\.\d+\/src\/runtime\/mpagealloc_64bit\.go$/);
  });
});

test('a term shows the other language’s word and a sentence, by keyboard too', async ({ page }) => {
  await page.goto(sample);
  const definition = page.getByRole('note').filter({ hasText: '地址空间' });
  await expect(definition).toBeHidden();
  await page.getByRole('button', { name: 'address space' }).focus();
  await page.keyboard.press('Enter');
  await expect(definition).toBeInViewport({ ratio: 1 });
  await expect(definition).toContainText('All addresses a process may use');
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
});

test('a prediction opens its answer only once the reader committed to a number', async ({ page }) => {
  await page.goto(sample);
  const answer = page.getByText('It claims 785,948 KiB');
  await expect(page.getByText('The answer')).toBeHidden();
  await page.getByRole('button', { name: 'That is my guess' }).click();
  await expect(answer).toBeHidden();
  const refused = page.getByRole('status').filter({ hasText: 'Write one number' });
  await expect(refused).toBeVisible();
  await expect(page.getByRole('textbox')).toBeFocused();
  await page.getByRole('textbox').fill('1.2.3');
  await page.keyboard.press('Enter');
  await expect(answer).toBeHidden();
  await expect(page.getByRole('textbox')).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox').fill('14,000');
  await page.keyboard.press('Enter');
  await expect(answer).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'You said' })).toHaveText('You said 14,000 KiB. Off by a factor of 56.');
});

for (const [path, written, said] of [['en/', 'about 14 MiB', 'You said 14,336 KiB. Off by a factor of 55.'], ['zh/', '一千', '你猜的是 1,000 KiB。 差了 790 倍。'], ['zh/', '１４', '你猜的是 14 KiB。 差了 56,000 倍。']] as const) {
  test(`a prediction understands ${written}`, { tag: '@desktop' }, async ({ page }) => {
    await page.goto(`${path}dev/prose/`);
    await page.locator('.predict input').fill(written);
    await page.keyboard.press('Enter');
    await expect(page.locator('.predict .verdict')).toHaveText(said);
  });
}

test('on paper sources are written out, and nothing is left to press', { tag: '@desktop' }, async ({ page }) => {
  await page.goto(sample);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'That is my guess' })).toBeHidden();
  await expect(page.getByText('It claims 785,948 KiB')).toBeVisible();
  const note = page.locator('.note a').first();
  await expect(note).toBeVisible();
  expect(await note.evaluate((link) => getComputedStyle(link, '::after').content)).toContain('man7.org');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
  expect(await page.locator('figure').first().evaluate((figure) => getComputedStyle(figure).breakInside)).toBe('avoid');
});
