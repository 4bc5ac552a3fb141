import type { Page } from '@playwright/test';
import { expect, testOnFreshPage as test } from '../book.ts';
import { boxesOf } from '../drawing.ts';
import { Figure } from '../figure.ts';

const said = (figure: Figure) => figure.root.locator('.check [role="status"]');
const sides = (figure: Figure) => figure.root.locator('.parted .side');
const wrong = (figure: Figure) => figure.root.locator('.check tr[data-agrees="false"]');

/** A recording that says something else than the committed one: the first `text` in the chunk that holds it replaced. */
async function forge(page: Page, chunk: string, text: string | RegExp, by: string): Promise<void> {
  await page.route(`**/${chunk}.*.js`, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    expect(body).toMatch(text);
    await route.fulfill({ response, body: body.replace(text, by) });
  });
}

interface Message { readonly kind: string; readonly answers: { elemSize: number }[]; readonly renewals: object[] }

/** Changes what the runtime's Worker answers before the page hears it. */
async function overhear(page: Page, change: (message: Message) => void): Promise<void> {
  await page.addInitScript(`{
    const Honest = Worker;
    Worker = class extends Honest {
      set onmessage(hear) {
        super.onmessage = (event) => {
          if (event.data.kind === 'answers') (${String(change)})(event.data);
          hear?.(event);
        };
      }
    };
  }`);
}

/** A runtime that says of the fourth request and all later ones that they took eight bytes more. */
const lie = (page: Page): Promise<void> => overhear(page, (message) => { for (const answer of message.answers.slice(3)) answer.elemSize += 8; });

async function check(page: Page, locale: 'en' | 'zh', id: string, query: string, act: 'check' | 'check-live'): Promise<Figure> {
  const figure = await Figure.open(page, locale, id, query);
  await figure.unfold('more');
  await figure.root.locator(`[data-act="${act}"]`).click();
  return figure;
}

test.describe('an answer that differs is shown, not hidden', { tag: '@desktop' }, () => {
  for (const [locale, verdict] of [['en', /^7 of 10 answers differ\. The first is number 4; the figure now stands there\..*WebAssembly/], ['zh', /^10 个答案里有 7 个不一致。第一个是第 4 个，图已经停在那里。.*WebAssembly/]] as const) {
    test(`the figure leaps to the first one and both states stand side by side, in ${locale}`, async ({ page }) => {
      await lie(page);
      const figure = await check(page, locale, 'round-up', '', 'check-live');
      await expect(said(figure)).toHaveText(verdict);
      await expect(figure.root).toHaveAttribute('data-at', '4.0');
      await expect(wrong(figure)).toHaveCount(7);
      // The first byte takes the 16 of a tiny block. The fourth request, 65 bytes, takes a slot of 80 (sizeclasses.go); this runtime said 88.
      const slots = (side: number) => sides(figure).nth(side).locator('.row .figures').filter({ hasText: /\d/ });
      await expect(slots(0)).toHaveText(['16', '24', '48', '80']);
      await expect(slots(1)).toHaveText(['16', '24', '48', '88']);
      await expect(sides(figure).locator('.row.now')).toHaveCount(2);
      await expect(sides(figure).locator('.row.now .figures')).toHaveText(['80', '88']);
      const [ours, real] = await boxesOf(sides(figure));
      expect(real!.y, 'side by side').toBe(ours!.y);
      expect(real!.x).toBeGreaterThanOrEqual(ours!.x + ours!.width);
    });
  }

  test('a wrong recording is noticed at the very operation it is wrong at', async ({ page }) => {
    // After write 0-99 the recording says 400 KiB; this one says 404.
    await forge(page, 'recorded', /rssKiB:400/, 'rssKiB:404');
    const figure = await check(page, 'en', 'touch-a-page', '?demo=touch-a-page&preset=recorded', 'check');
    await expect(said(figure)).toHaveText('1 of 10 answers differ. The first is number 4; the figure now stands there. Recorded on linux/amd64.');
    await expect(figure.root).toHaveAttribute('data-at', '4.0');
    await expect(wrong(figure).locator('td')).toHaveText([/RSS 400 KiB\.$/, /^≠ .*RSS 404 KiB\.$/]);
    await expect(sides(figure).nth(0)).toContainText('400 KiB');
    await expect(sides(figure).nth(1)).toContainText('404 KiB');
  });

  test('where the real answer cannot be drawn, the figure stands there and both answers are told', async ({ page }) => {
    await forge(page, 'seed', '263680', '263684');
    const figure = await check(page, 'en', 'summary-calculator', '', 'check');
    await expect(said(figure)).toHaveText(/^1 of 1 answers differ\./);
    await expect(figure.root).toHaveAttribute('data-at', '1.0');
    await expect(sides(figure)).toHaveCount(0);
    await expect(wrong(figure).locator('td')).toHaveText([/ 263,680,/, /^≠ .* 263,684,/]);
  });

  test('another program takes away what was said of this one', async ({ page }) => {
    await lie(page);
    const figure = await check(page, 'en', 'round-up', '', 'check-live');
    await expect(sides(figure)).toHaveCount(2);
    await figure.tryProgram('24');
    await expect(sides(figure)).toHaveCount(0);
    await expect(said(figure)).toBeEmpty();
  });
});

test('on a phone the two states stand one above the other, and nothing is wider than the page', { tag: '@phone' }, async ({ page }) => {
  await lie(page);
  const figure = await check(page, 'en', 'round-up', '', 'check-live');
  await expect(sides(figure)).toHaveCount(2);
  const [ours, real] = await boxesOf(sides(figure));
  expect(real!.y).toBeGreaterThanOrEqual(ours!.y + ours!.height);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test('the recorded script of the program break gets Linux’s own answers', { tag: '@desktop' }, async ({ page }) => {
  const figure = await check(page, 'en', 'program-break', '?demo=program-break&preset=recorded', 'check');
  await expect(said(figure)).toHaveText('14 of 14 answers equal. Recorded on linux/amd64.');
});

test('no program of a reader’s fills the runtime: 200 requests of 16 MiB are answered', { tag: '@desktop' }, async ({ page }) => {
  const figure = await Figure.open(page, 'en', 'round-up');
  await figure.unfold('more');
  await figure.tryProgram(Array.from({ length: 200 }, () => '16777216').join('\n'));
  await figure.root.locator('[data-act="check-live"]').click();
  await expect(said(figure)).toHaveText(/^200 of 200 answers equal\..*512 KiB\.$/);
});

for (const [locale, told] of [['en', / On the way it had used its 200 MB and was started again, empty/], ['zh', /途中它用满了 200 MB，于是重新启动，里面是空的/]] as const) {
  test(`a runtime made anew on the way is told of, in ${locale}`, { tag: '@desktop' }, async ({ page }) => {
    await overhear(page, (data) => { data.renewals.push({ reason: 'full', op: 3, said: '' }); });
    await expect(said(await check(page, locale, 'round-up', '', 'check-live'))).toHaveText(told);
  });
}
