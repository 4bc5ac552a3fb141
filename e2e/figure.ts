import { expect, type Locator, type Page } from '@playwright/test';
import { loadDemo, type DemoId } from '../src/demos/index.ts';
import type { Demo, Run, Speaker } from '../src/demos/demo.ts';
import type { Locale } from '../src/i18n/locales.ts';

/** What the player's buttons and fields are called in the markup. */
export type Act = 'play' | 'back' | 'step' | 'reset' | 'scrub' | 'speed' | 'share' | 'kind' | 'next' | 'check' | 'text' | 'run' | 'stop' | 'restore' | 'show-win' | 'onward';

/** One figure on a page, as a reader meets it. */
export class Figure {
  readonly root: Locator;
  readonly page: Page;
  readonly drawing: Locator;
  readonly sentence: Locator;
  readonly trouble: Locator;

  constructor(page: Page, id: string) {
    this.page = page;
    this.root = page.locator(`demo-figure[data-demo="${id}"]`);
    this.drawing = this.root.locator('.drawing');
    this.sentence = this.root.locator('.sentence');
    this.trouble = this.root.getByRole('alert');
  }

  /** Opens a demo alone and waits until it lives. */
  static async open(page: Page, locale: Locale, id: string, query = ''): Promise<Figure> {
    const figure = new Figure(page, id);
    await page.goto(`${locale}/figures/${id}/${query}`);
    await figure.wake();
    return figure;
  }

  /** The same with the page's clock standing still: timers fire only when a test lets them. */
  static async openAsTimeStands(page: Page, locale: Locale, id: string): Promise<Figure> {
    await page.clock.install({ time: 0 });
    const figure = await Figure.open(page, locale, id);
    await page.clock.pauseAt(24 * 3_600_000);
    return figure;
  }

  /** Reaches for the figure and waits until it lives. */
  async wake(): Promise<void> {
    await this.root.evaluate(reachAndWait);
    await expect(this.root).toHaveAttribute('data-live', '');
  }

  /** Scrolls to the figure and reaches for it. */
  async reach(): Promise<void> {
    await this.root.scrollIntoViewIfNeeded();
    await this.root.dispatchEvent('pointerover');
  }

  act(name: Act): Locator {
    return this.root.locator(`[data-act="${name}"]`);
  }

  /** Unfolds what is rarely used: `more`, or the `program`. */
  async unfold(part: 'more' | 'program'): Promise<void> {
    await this.root.locator(`details[data-part="${part}"] > summary`).click();
  }

  /** Types a program of the reader's own and has it run. */
  async startProgram(text: string): Promise<void> {
    if (!(await this.act('text').isVisible())) await this.unfold('program');
    await this.act('text').evaluate(replaceText, text);
    await this.act('run').click();
  }

  /** The same, and waits until it was tried: then it is shown, or the figure says why not. */
  async tryProgram(text: string): Promise<void> {
    await this.startProgram(text);
    await expect(this.root.locator('.editor [role="status"]')).toBeEmpty();
  }

  /** The figure shows the program last tried. */
  async showsOwnProgram(): Promise<void> {
    await expect(this.root.locator('[data-control="preset"]')).toHaveValue('');
    await expect(this.trouble).toHaveCount(0);
  }

  /** Moves the scrubber to a stop, as a drag does. */
  async scrub(stop: number): Promise<void> {
    await this.act('scrub').fill(String(stop));
  }

  /** The figure stands where `model` stands, says its sentence and tells its state in words. */
  async stands(model: Model): Promise<void> {
    await expect.poll(() => this.shows('step', 0)).toEqual([shownBy(model)]);
  }

  /** What the figure shows, and what it shows as soon as each of so many presses of a button is done. */
  shows(button: Act, presses: number): Promise<readonly Shown[]> {
    return this.root.evaluate(pressAndRead, { button, presses });
  }
}

/** Scrolls to the figure, reaches for it, and waits until it lives or says why not. Runs in the page, where it takes a tenth of the time. */
async function reachAndWait(root: HTMLElement | SVGElement): Promise<void> {
  root.scrollIntoView({ block: 'nearest' });
  root.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  const awake = (): boolean => root.hasAttribute('data-live') || root.querySelector('[role="alert"]') !== null;
  await new Promise<void>((done) => {
    const seen = new MutationObserver(() => { if (awake()) done(); });
    seen.observe(root, { attributes: true, childList: true, subtree: true });
    if (awake()) done();
  });
}

/** Puts a text in a box in one go. Typed in, its lines cost Chromium milliseconds each. Runs in the page. */
function replaceText(box: HTMLElement | SVGElement, text: string): void {
  (box as HTMLTextAreaElement).value = text;
  box.dispatchEvent(new Event('input', { bubbles: true }));
}

/** What a figure shows: its stop, its sentence, its state in words, and complaints. */
export interface Shown { readonly at: string; readonly sentence: string; readonly facts: readonly string[]; readonly troubles: number }

/**
 * Runs in the page, where a step takes no time; asked for one by one, clicks and readings take most of a test. A step is done when the
 * page has its next turn; that it is painted too is waited for by nobody here.
 */
export async function pressAndRead(root: HTMLElement | SVGElement, { button, presses }: { button: Act; presses: number }): Promise<readonly Shown[]> {
  const read = (): Shown => ({
    at: root.dataset['at'] ?? '',
    sentence: (root.querySelector('.sentence')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
    facts: [...root.querySelectorAll('.state :is(dt, dd)')].map(({ textContent }) => textContent ?? ''),
    troubles: root.querySelectorAll('[role="alert"]').length,
  });
  const shown = [read()];
  for (let press = 0; press < presses; press++) {
    root.querySelector<HTMLElement>(`[data-act="${button}"]`)!.click();
    await new Promise((turn) => { const next = new MessageChannel(); next.port1.onmessage = turn; next.port2.postMessage(0); });
    shown.push(read());
  }
  return shown;
}

/** What a figure must show that stands where the model stands. */
export function shownBy({ run, speaker }: Model): Shown {
  const { op, moment } = run.timeline.position;
  return {
    at: `${op}.${moment}`,
    sentence: speaker.sentence(run).replace(/\s+/g, ' ').trim(),
    facts: speaker.scene(run).facts.flatMap(({ label, value }) => [label, value]),
    troubles: 0,
  };
}

/** The same demo run here, to compare the page with. */
export interface Model { readonly demo: Demo; readonly run: Run; readonly speaker: Speaker }

/** A demo's model at its beginning. */
export async function modelOf(id: DemoId, locale: Locale, preset?: string): Promise<Model> {
  const demo = await loadDemo(id);
  const run = demo.open(demo.input(preset));
  run.timeline.seek({ op: 0, moment: 0 });
  return { demo, run, speaker: await demo.speak(locale) };
}
