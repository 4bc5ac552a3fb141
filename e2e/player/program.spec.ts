import { expect, testOnFreshPage as test } from '../book.ts';
import { Figure } from '../figure.ts';

const worker = '**/try-program.worker*.js';

/** Replaces what tries programs, before it is asked for. */
const replaceWorker = (figure: Figure, script: string) => figure.page.route(worker, (route) => route.fulfill({ contentType: 'text/javascript', body: script }));

test.describe('a program of the reader’s own', { tag: '@desktop' }, () => {
  for (const [locale, said] of [['en', /had not come to its end.*stopped/], ['zh', /还没结束，已经停掉/]] as const) {
    test(`that never ends is stopped, and the page lives all the while, in ${locale}`, async ({ page }) => {
      const figure = await Figure.open(page, locale, 'touch-a-page');
      await replaceWorker(figure, 'onmessage = () => { postMessage("ready"); for (;;); };');
      await figure.startProgram('reserve 64');
      await expect(figure.root.locator('.editor [role="status"]')).toHaveText(/…$/);
      await figure.act('reset').click();
      await expect(figure.root).toHaveAttribute('data-at', '0.0');
      await expect(figure.trouble).toHaveText(said);
      await figure.act('step').click();
      await expect(figure.root).toHaveAttribute('data-at', '0.1');
      await expect(figure.trouble).toHaveCount(0);
    });
  }

  for (const [locale, far, said] of [['en', '20,000 of 1,000,000 operations', /^Stopped before its end/], ['zh', '1,000,000 步里的 20,000 步', /^没跑完就停了/]] as const) {
    test(`that is long says how far it is and may be stopped, and the figure stays as it was, in ${locale}`, async ({ page }) => {
      await page.clock.install();
      const figure = await Figure.open(page, locale, 'touch-a-page');
      await replaceWorker(figure, 'onmessage = () => { postMessage("ready"); postMessage({ done: 20_000, all: 1_000_000 }); for (;;); };');
      await figure.startProgram('reserve 64');
      await expect(figure.root.locator('[data-role="progress"]')).toHaveText(far);
      await page.clock.runFor(20_000);
      await expect(figure.trouble).toHaveCount(0);
      await figure.act('stop').click();
      await expect(figure.trouble).toHaveText(said);
      await expect(figure.act('stop')).toHaveCount(0);
      await expect(figure.root).toHaveAttribute('data-at', '5.0');
    });
  }

  test('is given its time only once the engine is there, however slow the line', async ({ page }) => {
    await page.clock.install();
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    let arrive = (): void => undefined;
    const late = new Promise<void>((resolve) => { arrive = resolve; });
    await page.route(worker, async (route) => {
      await late;
      await route.continue();
    });
    await figure.startProgram('reserve 64\nmap 0-63\nwrite 3');
    await page.clock.runFor(60_000);
    await expect(figure.trouble).toHaveCount(0);
    arrive();
    await figure.showsOwnProgram();
  });

  test('has a second to be read and another to be run, as a slow phone needs them', async ({ page }) => {
    const figure = await Figure.openAsTimeStands(page, 'en', 'touch-a-page');
    await replaceWorker(figure, 'new BroadcastChannel("told").onmessage = ({ data }) => data.forEach((each) => postMessage(each)); onmessage = () => { postMessage("ready"); postMessage({ done: 1, all: 1_000_000 }); };');
    await figure.startProgram('reserve 64');
    const progress = figure.root.locator('[data-role="progress"]');
    await expect(progress).toHaveText('1 of 1,000,000 operations');
    await page.clock.runFor(900);
    await page.evaluate(() => { new BroadcastChannel('told').postMessage(['read', { done: 2, all: 1_000_000 }]); });
    await expect(progress).toHaveText('2 of 1,000,000 operations');
    await page.clock.runFor(900);
    await expect(figure.trouble).toHaveCount(0);
    await page.clock.runFor(200);
    await expect(figure.trouble).toHaveText(/had not come to its end/);
  });

  test('that ends when its reader has gone on leaves them there', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 400 });
    await page.goto('en/1-1-process-memory/');
    const figure = new Figure(page, 'touch-a-page');
    await figure.wake();
    await replaceWorker(figure, 'new BroadcastChannel("told").onmessage = ({ data }) => postMessage(data); onmessage = () => postMessage("ready");');
    await figure.startProgram('reserve 64');
    await expect(figure.root.locator('.editor [role="status"]')).toHaveText(/…$/);
    await page.evaluate(() => { scrollTo(0, 0); });
    await page.evaluate(() => { new BroadcastChannel('told').postMessage('unreachable'); });
    await expect(figure.trouble).toHaveCount(1);
    await page.evaluate(async () => { for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame); });
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });

  test('of gigabytes and a thousand lines cannot hang the page', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await figure.startProgram(['reserve 4 GiB', 'map 0-1048575', ...Array.from({ length: 900 }, (_, i) => `${i % 2 === 0 ? 'write' : 'dontneed'} 0-1048575`)].join('\n'));
    await figure.act('reset').click();
    await expect(figure.root).toHaveAttribute('data-at', '0.0');
    await expect(figure.trouble).toHaveText(/had not come to its end/);
    await expect(figure.drawing.locator('.cell')).toHaveCount(128);
  });

  test('may have a thousand lines, and is refused at the next', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await figure.tryProgram(`reserve 64\nmap 0-63\n${'write 1\n'.repeat(999)}`);
    await expect(figure.trouble).toHaveText(/^Line 1001.*at most 1,000 lines/);
    await expect(figure.root).toHaveAttribute('data-at', '5.0');
  });

  test('that cannot be tried for want of its Worker says so, and blames nobody’s line', async ({ page, complaints }) => {
    const figure = await Figure.open(page, 'zh', 'touch-a-page');
    await page.route(worker, (route) => route.abort());
    await figure.tryProgram('reserve 64');
    await expect(figure.trouble).toHaveText(/^这一页有一部分没能加载/);
    expect(complaints.every((each) => each.includes('try-program'))).toBe(true);
    (complaints as string[]).length = 0;
  });

  test('gives way to an example, in the editor too; the example can be restored', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'touch-a-page');
    await figure.tryProgram('reserve 64');
    await figure.showsOwnProgram();
    await figure.root.locator('[data-control="preset"]').selectOption('lazily');
    await expect(figure.act('text')).toHaveValue(/^reserve 512 KiB\nmap 0-63\nwrite 0-31\nfree 0-31/);
    await figure.tryProgram('reserve 32');
    await figure.showsOwnProgram();
    await figure.act('restore').click();
    await expect(figure.act('text')).toHaveValue(/^reserve 512 KiB\nmap 0-63\nwrite 0-31\nfree 0-31/);
    await expect(figure.root.locator('[data-control="preset"]')).toHaveValue('lazily');
    await expect(figure.drawing.locator('.cell')).toHaveCount(128);
  });

  test('is never markup', async ({ page }) => {
    const figure = await Figure.open(page, 'en', 'program-break');
    await figure.tryProgram('<img src=x onerror=alert(1)>');
    await expect(figure.trouble).toContainText('<img src=x');
    await expect(figure.root.locator('img')).toHaveCount(0);
  });
});

for (const [locale, refused] of [['en', /^Line 1.*After the last line nothing runs/], ['zh', /^第 1 行.*最后一行之后什么也没有运行/]] as const) {
  test(`what came of a program is in sight on a phone, where it is written far below: refused, then run, in ${locale}`, { tag: '@phone' }, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const figure = await Figure.open(page, locale, 'pacer-cockpit');
    await figure.tryProgram('keep 300 MiB');
    await expect(figure.trouble).toHaveText(refused);
    await expect(figure.trouble).toBeInViewport({ ratio: 1 });
    await expect(figure.act('text')).toHaveValue('keep 300 MiB');
    await figure.tryProgram('keep 300 MiB\nrun 5 s');
    await expect(figure.trouble).toHaveCount(0);
    await expect(figure.sentence).toBeInViewport({ ratio: 1 });
  });
}
