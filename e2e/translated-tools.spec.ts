import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './book.ts';
import { manyMappings, recorded } from './desk.ts';
import { longTrace } from './long-trace.ts';
import { capitalsOf, translates } from './translating.ts';

const read = <Row>(recording: string): readonly Row[] => (JSON.parse(readFileSync(`oracle/recordings/${recording}.json`, 'utf8')) as { rows: readonly Row[] }).rows;
const [served] = read<{ earlier: string; scrape: string }>('serving');
const logs = read<{ env: readonly string[]; program: string; text: string }>('gctrace-settings');
const logOf = (env: string, program: string): string => logs.find((row) => row.env.join(' ') === env && row.program === program)!.text;

/** What a reader does with the outcome of a tool, and waits for; nothing is found by words that may be translated. */
type Act = (outcome: Locator) => Promise<void>;

/** A text given to a tool, and what its outcome says after each act. */
async function told(page: Page, tool: string, text: string, acts: readonly Act[], hear: (outcome: Locator) => Promise<void>): Promise<void> {
  const outcome = page.locator(`${tool}-tool [data-part="outcome"]`);
  await page.locator(`${tool}-tool input[type=file]`).setInputFiles({ name: 'text', mimeType: 'text/plain', buffer: Buffer.from(text) });
  await expect(outcome.locator('.result').first()).toBeVisible();
  for (const act of acts) {
    await act(outcome);
    await hear(outcome);
  }
}

/** A translated tool says after each act what one says that nobody translates, in CAPITALS. */
async function saysTheSame(page: Page, tool: string, text: string, acts: readonly Act[]): Promise<void> {
  await page.goto(`en/tools/${tool}/`);
  const there: string[] = [];
  await told(page, tool, text, acts, async (outcome) => { there.push(await capitalsOf(outcome, false)); });
  expect(new Set(there).size, 'each act changes what is said').toBe(there.length);
  await page.goto(`en/tools/${tool}/`);
  await translates(page);
  const expected = there.values();
  await told(page, tool, text, acts, (outcome) => expect.poll(() => capitalsOf(outcome, true)).toBe(expected.next().value));
}

const look: Act = () => Promise.resolve();
const press = (selector: string): Act => (outcome) => outcome.locator(selector).click();
/** Chooses what another title comes of. */
const choose = (selector: string, index: number): Act => async (outcome) => {
  const title = outcome.locator('h2').first();
  const before = (await title.textContent())!;
  await outcome.locator(selector).selectOption({ index });
  await expect(title).not.toHaveText(before, { ignoreCase: true });
};

/** What stands beside a bar of progress, by the name of the bar, which nobody translates. */
async function besideProgress(page: Page): Promise<() => Promise<readonly (readonly [name: string, beside: string])[]>> {
  const seen = await page.evaluateHandle(() => {
    const all = new Map<string, string>();
    new MutationObserver(() => {
      for (const bar of document.querySelectorAll('.progress progress')) all.set(bar.getAttribute('aria-label')!, bar.parentElement!.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    return all;
  });
  return () => seen.evaluate((all) => [...all]);
}

/** Several names were seen, and beside each what it says. */
function keptUp(seen: readonly (readonly [name: string, beside: string])[]): void {
  expect(seen.length).toBeGreaterThan(1);
  for (const [name, beside] of seen) expect(beside).toContain(name.toUpperCase());
}

test.describe('where a browser translates', { tag: '@desktop' }, () => {
  test('the map of a process says of each mapping and each page of its list what it is', async ({ page }) => {
    await saysTheSame(page, 'process', recorded('go-hello-1.27', 'smaps') + manyMappings(120), [
      look,
      press('.panel-moves button:last-child'),
      press('.panel-moves button:last-child'),
      async (outcome) => {
        await outcome.locator('.mappings > summary').click();
        await expect(outcome.locator('.mappings li')).toHaveCount(50);
      },
      async (outcome) => {
        await outcome.locator('.turning button').last().click();
        await expect(outcome.locator('.mappings ol')).toHaveAttribute('start', '51');
      },
      press('.mappings li:nth-child(3) button'),
      async (outcome) => {
        await outcome.locator('.takings button').first().click();
        await expect(outcome.locator('.takings > [role="status"]')).not.toBeEmpty();
      },
    ]);
  });

  test('a service says of each of its readings what it holds, and what grew how fast', async ({ page }) => {
    await saysTheSame(page, 'process', served!.earlier + served!.scrape, [
      look,
      choose('.kind-choice select', 0),
      (outcome) => outcome.locator('.seconds input').fill('10'),
      (outcome) => outcome.locator('.seconds input').fill('5'),
    ]);
  });

  test('a log says of each run and each cycle what it printed', async ({ page }) => {
    await saysTheSame(page, 'gctrace', logOf('', 'deep') + logOf('GOGC=50', 'falling'), [
      look,
      press('.turning button:first-child'),
      press('.turning button:first-child'),
      press('.quantities label:nth-of-type(2) input'),
      choose('.choice select', 1),
    ]);
  });

  test('a trace says of each moment what its allocators hold, and of each allocator how far it is', async ({ page }) => {
    const first = (outcome: Locator): Locator => outcome.page().locator('trace-tool [data-part="machines"] input:checked').first();
    await saysTheSame(page, 'trace', 'a 0 24\na 1 100\nf 0\na 2 24\nf 1\n', [
      (outcome) => expect(outcome.locator('.unseen')).toBeAttached(),
      (outcome) => outcome.locator('.scrubber').press('Home'),
      (outcome) => outcome.locator('.scrubber').press('ArrowRight'),
      press('.quantities label:nth-of-type(2) input'),
      (outcome) => first(outcome).uncheck(),
    ]);
    const seen = await besideProgress(page);
    await page.locator('trace-tool input[value="best-fit"]').check();
    await page.locator('trace-tool input[type=file]').setInputFiles({ name: 'long', mimeType: 'text/plain', buffer: Buffer.from(longTrace()) });
    await expect.poll(async () => (await seen()).length).toBeGreaterThan(5);
    keptUp(await seen());
  });

  test('a long map says in which stage its reading is', async ({ page }) => {
    await page.goto('en/tools/process/');
    await translates(page);
    const seen = await besideProgress(page);
    await page.locator('process-tool input[type=file]').setInputFiles({ name: 'smaps', mimeType: 'text/plain', buffer: Buffer.from(manyMappings(4_000)) });
    await expect(page.locator('process-tool .result')).toBeVisible();
    keptUp(await seen());
  });
});
