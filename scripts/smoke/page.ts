import { deepStrictEqual, match } from 'node:assert/strict';
import { complaintsOf } from './complaints.ts';
import type { Browser } from './browser.ts';

/** Keys without a letter, as WebDriver writes them: https://www.w3.org/TR/webdriver2/#keyboard-actions. */
const keys = { Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015' } as const;

const control = '\uE009';

/** Longest that a page may take to come to what is waited for, in milliseconds: it only ends what hangs. */
export const patience = 20_000;

/** A function that runs in the page, on an element of it. It may use nothing from outside itself. */
type InPage<A, T> = (root: HTMLElement, arg: A) => T | Promise<T>;

/** The page a browser shows. */
export class Page {
  readonly #browser: Browser;
  readonly #book: string;

  /** `book` is the address of the book, with a slash at its end. */
  constructor(browser: Browser, book: string) {
    this.#browser = browser;
    this.#book = book;
  }

  open(path: string): Promise<void> {
    return this.#browser.open(this.#book + path);
  }

  /** What a function of the page comes to on the first element of a selector, as soon as there is one and it comes to something. */
  async when<T, A = undefined>(selector: string, look: InPage<A, T>, arg?: A): Promise<T> {
    const [sought, given] = [JSON.stringify(selector), JSON.stringify(arg) ?? 'undefined'];
    return JSON.parse(await this.#browser.evaluate(`(async () => {
      for (const end = performance.now() + ${patience}; performance.now() < end; await new Promise(requestAnimationFrame)) {
        const root = document.querySelector(${sought});
        const came = root && await (${look.toString()})(root, ${given});
        if (came !== null && came !== undefined && came !== false) return JSON.stringify(came);
      }
      throw new Error('in ${patience / 1000} s nothing came of ' + ${sought});
    })()`)) as T;
  }

  /** What a text of the page says, as soon as it says what it should. */
  says(selector: string, words: RegExp): Promise<string> {
    return this.when(selector, (root, source) => {
      const said = (root.textContent ?? '').replace(/\s+/g, ' ').trim();
      return new RegExp(source!, 'u').test(said) ? said : undefined;
    }, words.source) as Promise<string>;
  }

  /** Presses keys and lets them go, one after the other: names of keys, or single characters. */
  async press(...names: readonly string[]): Promise<void> {
    const values = names.map((name) => (name in keys ? keys[name as keyof typeof keys] : name));
    await this.#browser.act({ type: 'key', id: 'keyboard', actions: values.flatMap((value) => [{ type: 'keyDown', value }, { type: 'keyUp', value }] as const) });
  }

  /** Presses a key while Control is held. */
  async pressWithControl(key: string): Promise<void> {
    const [down, up] = ['keyDown', 'keyUp'] as const;
    await this.#browser.act({ type: 'key', id: 'keyboard', actions: [{ type: down, value: control }, { type: down, value: key }, { type: up, value: key }, { type: up, value: control }] });
  }

  /** Gives a field or a choice its value, as a reader who is done with it. */
  fill(selector: string, value: string): Promise<boolean> {
    return this.when(selector, (root, given) => {
      (root as HTMLInputElement).value = given!;
      for (const event of ['input', 'change']) root.dispatchEvent(new Event(event, { bubbles: true }));
      return true;
    }, value);
  }

  /** Pastes into a box by the keys for it: what was marked and copied in a field of this page. */
  async paste(selector: string, text: string): Promise<void> {
    await this.when('body', (root, copied) => {
      const field = root.appendChild(document.createElement('textarea'));
      field.id = 'copied';
      field.value = copied!;
      field.select();
      return true;
    }, text);
    await this.pressWithControl('c');
    await this.when(selector, (root) => {
      document.querySelector('#copied')!.remove();
      root.focus();
      return true;
    });
    await this.pressWithControl('v');
  }

  /** Waits until a page with such an address is shown. While one page goes and another comes, a browser may refuse to say. */
  async arrives(address: RegExp): Promise<void> {
    let at = '';
    for (const end = Date.now() + patience; !address.test(at) && Date.now() < end;) at = await this.when('html', () => location.href).catch(String);
    match(at, address);
  }

  /** Clicks the middle of an element with the mouse. */
  async click(selector: string): Promise<void> {
    const { x, y } = await this.when(selector, middle) as { x: number; y: number };
    const origin = 'viewport';
    await this.#browser.act({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [{ type: 'pointerMove', x, y, origin }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }] });
  }

  /** Fails when the page did what no page may. */
  async complainsOfNothing(): Promise<void> {
    deepStrictEqual(await this.when('html', complaintsOf), [], 'what the page complained of');
  }
}

/** The middle of an element once it is shown and scrolled into view, in CSS pixels of the window. Runs in the page. */
async function middle(root: HTMLElement): Promise<{ x: number; y: number } | false> {
  if (root.getClientRects().length === 0) return false;
  root.scrollIntoView({ block: 'center', behavior: 'instant' });
  await new Promise(requestAnimationFrame);
  const { left, top, width, height } = root.getBoundingClientRect();
  return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
}
