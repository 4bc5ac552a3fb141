import type { Page } from '@playwright/test';
import { corpus } from '../scripts/fuzz/corpus.ts';
import { demos, loadDemo, type DemoId } from '../src/demos/index.ts';
import { namesIn, nasty } from '../src/demos/spoilt-links.ts';
import { expect, test } from './book.ts';
import { Figure } from './figure.ts';
import { dearestTask, type Dearest } from './tasks.ts';

const ids = Object.keys(demos) as DemoId[];

/**
 * Milliseconds of processor after which a task of the page, its script, style, layout and painting, hangs on whatever machine: ten times
 * what a reader may feel. The tenth of a second itself is judged by `npm run fuzz` on a quiet machine, though without layout: on a loaded
 * one the same task takes up to twice its processor time.
 */
const hang = 1000;

/** Texts of the corpus of these kinds. */
const textsOf = (...kinds: readonly string[]): readonly string[] => corpus().filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text);

/** Drops a text on a tool as a file and waits until the tool has said what it is, laid out and painted. A blank one is nothing to say of. Runs in the page. */
async function drop(root: HTMLElement | SVGElement, address: string): Promise<void> {
  const outcome = root.querySelector('[data-part="outcome"]')!;
  const until = (done: () => boolean): Promise<void> => new Promise((resolve) => {
    const look = (): void => { if (done()) { seen.disconnect(); resolve(); } };
    const seen = new MutationObserver(look);
    seen.observe(outcome, { childList: true, subtree: true, characterData: true });
    look();
  });
  const says = (): boolean => outcome.querySelector('h2, [role="alert"]') !== null;
  root.querySelector<HTMLElement>('[data-act="clear"]')!.click();
  await until(() => !says());
  const blob = await (await fetch(address)).blob();
  const dropped = new DataTransfer();
  dropped.items.add(new File([blob], 'text'));
  root.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  if ((await blob.text()).trim() !== '') await until(says);
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

/** Lets the page fetch these texts: handed over by the test they would be unpacked in a task of the page's. */
async function offer(page: Page, texts: readonly string[]): Promise<void> {
  await page.route('**/corpus/*', (route) => route.fulfill({ contentType: 'text/plain', body: texts[Number(new URL(route.request().url()).pathname.split('/').at(-1))]! }));
}

/** Types a program into a figure's editor, runs it, and waits until it was tried, laid out and painted. Runs in the page. */
async function run(root: HTMLElement | SVGElement, address: string): Promise<void> {
  const [area, tried] = [root.querySelector<HTMLTextAreaElement>('[data-act="text"]')!, root.querySelector('.editor [role="status"]')!];
  const frames = async (): Promise<void> => { for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame); };
  area.value = await (await fetch(address)).text();
  area.dispatchEvent(new Event('input', { bubbles: true }));
  root.querySelector<HTMLElement>('[data-act="run"]')!.click();
  await frames();
  while (tried.textContent !== '') await new Promise(requestAnimationFrame);
  await frames();
}

/** What a text is called where it is too much. */
const short = (text: string): string => JSON.stringify(text.slice(0, 60));

/** No task of the page took longer than a reader would bear. */
function noHang({ ms, during }: Dearest): void {
  expect(ms, `milliseconds of processor of one task, at ${during}`).toBeLessThan(hang);
}

/** Two of the nasty values, in every place of a link. Each of them is tried without a browser in `scripts/fuzz/corpus.test.ts`, and any link on any figure in `src/demos/link.test.ts`. */
const tried = [nasty.find((value) => value.includes('<'))!, nasty.find((value) => value.includes('\ud800'))!];

/** Those, and links to figures that once did harm. */
async function spoiltLinks(): Promise<readonly (readonly [DemoId, string])[]> {
  const spoilt = await Promise.all(tried.map(async (value, at) => {
    const id = ids[at * 20]!;
    return [id, new URLSearchParams([...namesIn(await loadDemo(id)).map((name) => [name, value]), ['demo', id]]).toString()] as const;
  }));
  return [...textsOf('links').map((text) => [new URLSearchParams(text).get('demo') as DemoId, text] as const), ...spoilt];
}

test.describe('what harm texts of readers might do', { tag: '@desktop' }, () => {
  for (const [tool, kinds] of [['process', ['maps', 'smaps', 'pmap', 'metrics']], ['gctrace', ['gctrace']], ['trace', ['rep', 'mtrace']]] as const) {
    test(`each text of the corpus for the tool ${tool} is answered, none hangs the page, and none becomes markup`, async ({ page }) => {
      const texts = textsOf(...kinds);
      await offer(page, texts);
      await page.goto(`en/tools/${tool}/`);
      const root = page.locator(`${tool}-tool`);
      await root.getByRole('textbox').first().focus();
      noHang(await dearestTask(page, async (tell) => {
        for (const [at, text] of texts.entries()) {
          await root.evaluate(drop, `/corpus/${at}`);
          await tell(short(text));
          await expect(root.locator('[data-part="outcome"] :is(img, script)')).toHaveCount(0);
        }
      }));
    });
  }

  test('each program of the corpus is run or refused by its figure, none hangs the page, and none becomes markup', async ({ page }) => {
    const texts = textsOf('programs');
    await offer(page, texts.map((text) => text.slice(text.indexOf('\n') + 1)));
    const byFigure = Map.groupBy(texts.keys(), (at) => texts[at]!.split('\n', 1)[0]!);
    for (const [id, some] of byFigure) {
      if (!Object.hasOwn(demos, id) || !(await loadDemo(id as DemoId)).editable) continue;
      const figure = await Figure.open(page, 'zh', id);
      await figure.unfold('program');
      await expect(figure.act('text')).toBeVisible();
      noHang(await dearestTask(page, async (tell) => {
        for (const at of some) {
          await figure.root.evaluate(run, `/corpus/${at}`);
          await tell(short(texts[at]!));
        }
      }));
      await expect(figure.root.locator('img, script')).toHaveCount(0);
    }
  });

  test('a spoilt link wakes its figure, hangs no page, and nothing in it becomes markup', async ({ page }) => {
    noHang(await dearestTask(page, async (tell) => {
      for (const [id, query] of await spoiltLinks()) {
        const figure = await Figure.open(page, 'en', id, `?${query}`);
        await tell(short(query));
        await expect(figure.root.locator('img, script')).toHaveCount(0);
        await figure.act('reset').click();
        await expect(figure.root).toHaveAttribute('data-at', '0.0');
      }
    }));
  });

  test('whatever the browser kept of a reader, a chapter complains of nothing', async ({ page }) => {
    for (const text of textsOf('fields')) {
      await page.goto('en/dev/prose/');
      await page.evaluate((kept) => { localStorage.setItem('kept', kept); }, text);
      await page.goto('en/1-1-process-memory/');
      await expect(page.locator('.predict').first().getByRole('textbox')).toBeVisible();
    }
  });
});
