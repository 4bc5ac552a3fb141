import { demos, type DemoId } from '../src/demos/index.ts';
import { toNextStop, toStopBefore } from '../src/demos/stops.ts';
import { locales, type Locale } from '../src/i18n/locales.ts';
import { expect, test } from './book.ts';
import { Figure, modelOf } from './figure.ts';

/** Steps that are walked one by one; the rest is reached by End and the scrubber. */
const walked = 12;

for (const locale of locales) {
  for (const id of Object.keys(demos) as DemoId[]) {
    test.describe(`${id} in ${locale}`, () => {
      test('steps forth and back, says and shows at each stop what the engine does, opens every example and goes to every kind of event', { tag: '@desktop' }, async ({ page }) => {
        const [figure, model] = [await Figure.open(page, locale, id), await modelOf(id, locale)];
        await figure.act('reset').click();
        await figure.stands(model);
        let steps = 0;
        while (steps < walked && toNextStop(model.run, model.demo.quiet)) {
          await figure.act('step').click();
          await figure.stands(model);
          steps++;
        }
        for (; steps > 0; steps--) {
          toStopBefore(model.run, model.demo.quiet);
          await figure.act('back').click();
          await figure.stands(model);
        }
        await expect(figure.act('back')).toBeDisabled();
        await opensEveryExample(figure, locale, id);
      });

      test('plays to its end by a tap, and from its start again by the next', async ({ page }) => {
        await page.clock.install();
        const [figure, model] = [await Figure.open(page, locale, id), await modelOf(id, locale)];
        const still = await figure.drawing.innerHTML();
        await figure.act('reset').click();
        await figure.act('play').click();
        const stops = Number(await figure.act('scrub').getAttribute('max'));
        await page.clock.runFor(1000 * (stops + 1));
        model.run.timeline.finish();
        await figure.stands(model);
        await figure.act('play').click();
        await expect(figure.root).toHaveAttribute('data-at', '0.0');
        const opensAtStart = model.run.still.op === 0 && model.run.still.moment === 0;
        expect(await figure.drawing.innerHTML() === still, 'the drawing of the start is that of the still').toBe(opensAtStart);
      });

      test('scrubs anywhere, and a link opens it there', { tag: '@desktop' }, async ({ page, context }) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write']);
        const [figure, model] = [await Figure.open(page, locale, id), await modelOf(id, locale)];
        const last = Number(await figure.act('scrub').getAttribute('max'));
        await figure.scrub(last);
        model.run.timeline.finish();
        await figure.stands(model);
        await figure.scrub(Math.ceil(last / 2));
        const [at, said] = [await figure.root.getAttribute('data-at'), await figure.sentence.textContent()];
        await figure.unfold('more');
        await figure.act('share').click();
        await expect(figure.root.locator('[role="status"]').filter({ hasText: /\S/ })).toBeVisible();
        await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
        await figure.wake();
        await expect(figure.root).toHaveAttribute('data-at', at ?? '');
        await expect(figure.sentence).toHaveText(said ?? '');
      });

      test('obeys the keyboard alone, lets it go, and moves nothing by itself when reduced motion is asked for', { tag: '@desktop' }, async ({ page }) => {
        await page.emulateMedia({ reducedMotion: 'reduce' });
        const [figure, model] = [await Figure.open(page, locale, id), await modelOf(id, locale)];
        const { timeline } = model.run;
        await figure.drawing.focus();
        await page.keyboard.press('Home');
        await figure.stands(model);
        timeline.step();
        await page.keyboard.press('ArrowRight');
        await figure.stands(model);
        timeline.back();
        await page.keyboard.press('ArrowLeft');
        await figure.stands(model);
        timeline.finish();
        await page.keyboard.press('End');
        await figure.stands(model);
        await leavesByTab(page, figure);
        await expectNoMotion(figure);
      });
    });

    test.describe(`${id} in ${locale} without JavaScript`, { tag: '@desktop' }, () => {
      test.use({ javaScriptEnabled: false });

      test('is a picture with a caption, its state in words, and the whole run as text', async ({ page }) => {
        await page.goto(`${locale}/dev/demos/${id}/`);
        const [{ run, speaker }, { root, sentence }] = [await modelOf(id, locale), new Figure(page, id)];
        run.timeline.seek(run.still);
        await expect(sentence).toHaveText(speaker.sentence(run));
        await expect(root.locator('figcaption')).toHaveText(speaker.caption);
        await expect(root.locator('.drawing > :is(svg, canvas)')).toBeVisible();
        await expect(root.locator('.state dt')).toHaveText(speaker.scene(run).facts.map(({ label }) => label));
        run.timeline.seek({ op: 0, moment: 0 });
        await expect(page.locator('.transcript li').first()).toHaveText(speaker.sentence(run));
      });
    });
  }
}

/** Tab goes through the figure's controls and out of it again. */
async function leavesByTab(page: Figure['page'], figure: Figure): Promise<void> {
  const inside = () => figure.root.evaluate((root) => root.contains(document.activeElement));
  let presses = 0;
  while (await inside()) {
    await page.keyboard.press('Tab');
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

async function opensEveryExample(figure: Figure, locale: Locale, id: DemoId): Promise<void> {
  const { demo, speaker } = await modelOf(id, locale);
  for (const preset of demo.presets) {
    const { run } = await modelOf(id, locale, preset);
    run.timeline.seek(run.still);
    if (demo.presets.length > 1) await figure.root.locator('[data-control="preset"]').selectOption(preset);
    await figure.stands({ demo, run, speaker });
  }
  await figure.unfold('more');
  for (const kind of Object.keys(speaker.kinds)) {
    await figure.act('kind').selectOption(kind);
    await figure.act('next').click();
  }
  await expect(figure.trouble).toHaveCount(0);
}
