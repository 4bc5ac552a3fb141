import type { Page } from '@playwright/test';
import { demos, type DemoId } from '../src/demos/index.ts';
import { toNextStop } from '../src/demos/stops.ts';
import { locales, type Locale } from '../src/i18n/locales.ts';
import { expect, testOnFreshPage as test } from './book.ts';
import { permitClipboard } from './clipboard.ts';
import { Figure, modelOf, shownBy, type Model, type Shown } from './figure.ts';
import { drawnAlone, takenAs, wordsSeen } from './taken.ts';

const { step } = test;

/** Steps that are walked one by one; the rest is reached by End and the scrubber. */
const walked = 12;

const ids = Object.keys(demos) as DemoId[];

/**
 * What a hand does differs by language in no demo, what is said does. So the demos take turns: the first language at a desk with all
 * that a hand can do, the second played, walked and read on a phone, and read without script.
 */
const inTurn = (nth: number): readonly [first: Locale, second: Locale] => (nth % 2 === 0 ? [locales[0], locales[1]] : [locales[1], locales[0]]);

for (const [nth, id] of ids.entries()) {
  const [first, second] = inTurn(nth);

  test(`${id} in ${first} plays, steps, scrubs, is shared, and obeys the keyboard alone`, { tag: '@desktop' }, async ({ page, context }) => {
    await permitClipboard(context);
    await page.clock.install();
    const figure = await Figure.open(page, first, id);
    await step('plays to its end by a tap, and from its start again by the next', async () => plays(figure, await modelOf(id, first), 8));
    await step('steps forth and back, and says at each stop what the engine does', async () => walks(figure, await modelOf(id, first)));
    const copied = await step('scrubs anywhere', async () => scrubsAndCopies(figure, await modelOf(id, first)));
    await step('opens every example and goes to every kind of event', () => opensEveryExample(figure, first, id));
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await step('is opened by a link where it stood', () => opensAt(figure, copied));
    await step('obeys the keyboard alone, and lets it go', async () => obeysKeys(figure, await modelOf(id, first)));
    await step('moves nothing by itself when reduced motion is asked for', () => expectNoMotion(figure));
    await step('is taken along as SVG as the page shows it, whole, and asks for nothing outside the file', () => isTakenAlong(figure));
  });

  test(`${id} in ${second} plays by a tap on a phone, steps, scrubs, is shared, and says the same`, { tag: '@phone' }, async ({ page, context }) => {
    await permitClipboard(context);
    await page.clock.install();
    const figure = await Figure.open(page, second, id);
    await step('plays to its end by a tap, and from its start again by the next', async () => plays(figure, await modelOf(id, second), 1));
    await step('steps, and says at each stop what the engine does', async () => walksForth(figure, await modelOf(id, second)));
    await step('scrubs anywhere', async () => scrubsAndCopies(figure, await modelOf(id, second)));
  });
}

/** Demos that one test goes through, where a page is there at once: to begin a test takes longer. */
const together = 10;

for (let from = 0; from < ids.length; from += together) {
  const some = ids.slice(from, from + together);
  test(`${some[0]} to ${some.at(-1)} without JavaScript: each is a picture with a caption, its state in words, and the whole run as text`, { tag: '@no-js' }, async ({ page }) => {
    for (const [nth, id] of some.entries()) await step(id, () => speaksWithoutScript(page, inTurn(from + nth)[1], id));
  });
}

async function speaksWithoutScript(page: Page, locale: Locale, id: DemoId): Promise<void> {
  await page.goto(`${locale}/figures/${id}/`);
  const [{ run, speaker }, { root, sentence }] = [await modelOf(id, locale), new Figure(page, id)];
  run.timeline.seek(run.still);
  await expect(sentence).toHaveText(speaker.sentence(run));
  const point = speaker.caption + (speaker.handling === undefined ? '' : `${locale === 'zh' ? '' : ' '}${speaker.handling}`);
  await expect(page.getByText(speaker.caption)).toHaveCount(1);
  await expect(root.locator('figcaption > *')).toHaveText([speaker.title, point]);
  await expect(root.locator('.drawing > :is(svg, canvas)')).toBeVisible();
  await expect(root.locator('.state dt')).toHaveText(speaker.scene(run).facts.map(({ label }) => label));
  run.timeline.seek({ op: 0, moment: 0 });
  await expect(page.locator('.transcript li').first()).toHaveText(speaker.sentence(run));
}

/** Plays so many times faster than at first: a phone has no choice of that. */
async function plays(figure: Figure, model: Model, speed: 1 | 8): Promise<void> {
  const { clock } = figure.page;
  const still = await figure.drawing.innerHTML();
  if (speed !== 1) await figure.act('speed').selectOption(String(speed));
  await figure.act('reset').click();
  // From here on time passes only as it is let pass: figures that play would be elsewhere before they are looked at.
  await clock.pauseAt(await figure.page.evaluate(() => Date.now() + 1000));
  await figure.act('play').click();
  const stops = Number(await figure.act('scrub').getAttribute('max'));
  await clock.runFor(1000 * (stops + 1) / speed);
  model.run.timeline.finish();
  await figure.stands(model);
  await figure.act('play').click();
  await expect(figure.root).toHaveAttribute('data-at', '0.0');
  const opensAtStart = model.run.still.op === 0 && model.run.still.moment === 0;
  expect(await figure.drawing.innerHTML() === still, 'the drawing of the start is that of the still').toBe(opensAtStart);
  await clock.resume();
}

/** Steps from the start on; tells what must be seen at each stop. */
async function walksForth(figure: Figure, model: Model): Promise<readonly Shown[]> {
  await figure.act('reset').click();
  await figure.stands(model);
  const forth: Shown[] = [shownBy(model)];
  while (forth.length <= walked && toNextStop(model.run, model.demo.quiet)) forth.push(shownBy(model));
  expect(await figure.shows('step', forth.length - 1)).toEqual(forth);
  return forth;
}

async function walks(figure: Figure, model: Model): Promise<void> {
  const forth = await walksForth(figure, model);
  expect(await figure.shows('back', forth.length - 1)).toEqual(forth.toReversed());
  await expect(figure.act('back')).toBeDisabled();
  for (const [button, shown] of [['step', forth[1]!], ['back', forth[0]!]] as const) {
    await figure.act(button).click();
    await expect.poll(() => figure.shows(button, 0)).toEqual([shown]);
  }
}

/** A figure's link, and what is to be seen where it leads. */
interface Copied { readonly link: string; readonly shown: Shown }

async function scrubsAndCopies(figure: Figure, model: Model): Promise<Copied> {
  const last = Number(await figure.act('scrub').getAttribute('max'));
  await figure.scrub(last);
  model.run.timeline.finish();
  await figure.stands(model);
  await figure.scrub(Math.ceil(last / 2));
  const [shown] = await figure.shows('step', 0);
  await figure.unfold('more');
  await figure.act('share').click();
  await expect(figure.root.locator('[role="status"]').filter({ hasText: /\S/ })).toBeVisible();
  return { link: await figure.page.evaluate(() => navigator.clipboard.readText()), shown: shown! };
}

async function opensEveryExample(figure: Figure, locale: Locale, id: DemoId): Promise<void> {
  const { demo, speaker } = await modelOf(id, locale);
  // A figure of one example offers no choice.
  for (const preset of demo.presets.length > 1 ? demo.presets : []) {
    const { run } = await modelOf(id, locale, preset);
    run.timeline.seek(run.still);
    await figure.root.locator('[data-control="preset"]').selectOption(preset);
    await figure.stands({ demo, run, speaker });
  }
  const [first, ...others] = Object.keys(speaker.kinds);
  await figure.act('kind').selectOption(first!);
  await figure.act('next').click();
  expect(await figure.root.evaluate(goToEach, others)).toEqual([]);
  await expect(figure.trouble).toHaveCount(0);
}

/** Goes to the next event of each kind, as the hand did for the first; tells which kinds are not offered or end in trouble. Runs in the page. */
async function goToEach(root: HTMLElement | SVGElement, kinds: readonly string[]): Promise<readonly string[]> {
  const [choice, next] = [root.querySelector<HTMLSelectElement>('[data-act="kind"]')!, root.querySelector<HTMLElement>('[data-act="next"]')!];
  const wrong: string[] = [];
  for (const kind of kinds) {
    choice.value = kind;
    choice.dispatchEvent(new Event('change', { bubbles: true }));
    await new Promise(requestAnimationFrame);
    next.click();
    await new Promise(requestAnimationFrame);
    if (choice.value !== kind || root.querySelector('[role="alert"]')) wrong.push(kind);
  }
  return wrong;
}

async function opensAt(figure: Figure, { link, shown }: Copied): Promise<void> {
  await figure.page.goto(link);
  await figure.wake();
  await expect.poll(() => figure.shows('step', 0)).toEqual([shown]);
}

async function obeysKeys(figure: Figure, model: Model): Promise<void> {
  const { timeline } = model.run;
  const { keyboard } = figure.page;
  await figure.drawing.focus();
  const moves = [['Home', () => undefined], ['ArrowRight', () => timeline.step()], ['ArrowLeft', () => timeline.back()], ['End', () => timeline.finish()]] as const;
  for (const [key, move] of moves) {
    move();
    await keyboard.press(key);
    await figure.stands(model);
  }
  await leavesByTab(figure);
}

/** Tab goes through the figure's controls and out of it again. */
async function leavesByTab(figure: Figure): Promise<void> {
  const inside = () => figure.root.evaluate((root) => root.contains(document.activeElement));
  let presses = 0;
  while (await inside()) {
    await figure.page.keyboard.press('Tab');
    expect(++presses, 'presses of Tab inside the figure').toBeLessThan(40);
  }
  expect(presses).toBeGreaterThan(3);
}

/** After a step, nothing runs or is declared to run for longer than a millisecond. */
async function expectNoMotion(figure: Figure): Promise<void> {
  await figure.act('reset').click();
  await figure.act('step').click();
  const durations = await figure.root.evaluate((root) => root.getAnimations({ subtree: true }).map(({ effect }) => Number(effect?.getComputedTiming().duration)));
  expect(durations.filter((milliseconds) => milliseconds > 1)).toEqual([]);
  const declared = await figure.root.locator('*').evaluateAll((all) => all.map((each) => getComputedStyle(each)).flatMap(({ transitionDuration, animationDuration }) => [transitionDuration, animationDuration]));
  expect(declared.flatMap((text) => text.split(', ')).filter((text) => Number.parseFloat(text) > 0.001)).toEqual([]);
}

async function isTakenAlong(figure: Figure): Promise<void> {
  await figure.unfold('more');
  const words = await wordsSeen(figure);
  const alone = await drawnAlone(figure.page, (await takenAs(figure, 'svg')).toString());
  expect(alone.words.slice(0, words.length)).toEqual(words);
  expect(alone.lookedUp).toEqual([]);
  expect(alone.cut).toEqual([]);
}
