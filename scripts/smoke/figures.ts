import { isDeepStrictEqual } from 'node:util';
import { deepStrictEqual, ok } from 'node:assert/strict';
import { modelOf, pressAndRead, shownBy, type Act, type Model, type Shown } from '../../e2e/figure.ts';
import type { DemoId } from '../../src/demos/index.ts';
import { toNextStop } from '../../src/demos/stops.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { patience, type Page } from './page.ts';

/** Steps that are walked one by one; the rest is reached by End and the scrubber. */
const walked = 12;

/** Opens a demo alone and does what every reader does; fails where the figure is not where the model is, or says something else. */
export async function smokeFigure(page: Page, locale: Locale, id: DemoId): Promise<void> {
  await page.open(`${locale}/figures/${id}/`);
  const figure = new Figure(page, id);
  await figure.wakes();
  await walks(figure, await modelOf(id, locale));
  await scrubs(figure, await modelOf(id, locale));
  await obeysKeys(figure, page, await modelOf(id, locale));
  await page.complainsOfNothing();
}

async function walks(figure: Figure, model: Model): Promise<void> {
  await figure.shows('reset', 1);
  await figure.stands(model);
  const forth: Shown[] = [shownBy(model)];
  while (forth.length <= walked && toNextStop(model.run, model.demo.quiet)) forth.push(shownBy(model));
  deepStrictEqual(await figure.shows('step', forth.length - 1), forth);
  deepStrictEqual(await figure.shows('back', forth.length - 1), forth.toReversed());
}

async function scrubs(figure: Figure, model: Model): Promise<void> {
  model.run.timeline.finish();
  await figure.scrubsToEnd();
  await figure.stands(model);
}

async function obeysKeys(figure: Figure, page: Page, { demo, run, speaker }: Model): Promise<void> {
  const { timeline } = run;
  await figure.takesFocus();
  const moves = [['Home', () => undefined], ['ArrowRight', () => timeline.step()], ['ArrowLeft', () => timeline.back()], ['End', () => timeline.finish()]] as const;
  for (const [key, move] of moves) {
    move();
    await page.press(key);
    await figure.stands({ demo, run, speaker });
  }
  await leavesByTab(figure, page);
}

/** Tab goes through the figure's controls and out of it again. */
async function leavesByTab(figure: Figure, page: Page): Promise<void> {
  let presses = 0;
  while (presses < 40 && await figure.hasFocus()) {
    await page.press('Tab');
    presses += 1;
  }
  ok(presses > 3 && presses < 40, `after ${presses} presses of Tab`);
}

/** One figure on a page. */
export class Figure {
  readonly #page: Page;
  readonly selector: string;

  constructor(page: Page, id: string) {
    this.#page = page;
    this.selector = `demo-figure[data-demo="${id}"]`;
  }

  /** Moves over it, as a hand does that wants something, until it lives. */
  wakes(): Promise<boolean> {
    return this.#page.when(this.selector, (root) => {
      root.scrollIntoView({ block: 'center', behavior: 'instant' });
      root.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      return root.hasAttribute('data-live');
    });
  }

  shows(button: Act, presses: number): Promise<readonly Shown[]> {
    return this.#page.when(this.selector, pressAndRead, { button, presses });
  }

  /** It comes to stand where the model stands, says its sentence and tells its state in words. */
  async stands(model: Model): Promise<void> {
    const wanted = [shownBy(model)];
    let shown = await this.shows('step', 0);
    for (const end = Date.now() + patience; !isDeepStrictEqual(shown, wanted) && Date.now() < end;) shown = await this.shows('step', 0);
    deepStrictEqual(shown, wanted);
  }

  scrubsToEnd(): Promise<true> {
    return this.#page.when(`${this.selector} [data-act="scrub"]`, (root) => {
      const scrub = root as HTMLInputElement;
      scrub.value = scrub.max;
      scrub.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    });
  }

  async hasFocus(): Promise<boolean> {
    return await this.#page.when(this.selector, (root) => (root.contains(document.activeElement) ? 'yes' : 'no')) === 'yes';
  }

  takesFocus(): Promise<boolean> {
    return this.#page.when(`${this.selector} .drawing`, (root) => {
      root.focus();
      return document.activeElement === root;
    });
  }
}
