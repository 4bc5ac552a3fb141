import { formatNumber } from '../../src/i18n/quantity.ts';
import { excerptAround, joined, linesIn, spotIn, type Excerpt } from './excerpt.ts';
import { withNewlines } from './newlines.ts';

/** The reader's text and the text box that shows it, or the part of it that a box can bear. */
export class Box {
  readonly #area: HTMLTextAreaElement;
  readonly #note: HTMLElement;
  readonly #shown: (from: string, to: string, all: string) => string;
  #excerpt: Excerpt;

  constructor(area: HTMLTextAreaElement, note: HTMLElement, shown: (from: string, to: string, all: string) => string) {
    this.#area = area;
    this.#note = note;
    this.#shown = shown;
    // What was put in before the tool was there stands in the box whole, however long it is.
    this.#excerpt = { before: '', shown: area.value, after: '', firstLine: 1 };
    area.addEventListener('beforeinput', () => this.#forgetIfAllSelected());
  }

  /** All of it, with the reader's edits. Line ends are the box's own, one newline, but in what a long text has outside of the box. */
  get text(): string {
    return joined(this.#excerpt, this.#area.value);
  }

  /** Takes another text in place of the one it has. */
  take(text: string): void {
    this.#show(excerptAround(withNewlines(text), 1));
  }

  /** Shows a line (from 1), selected. */
  select(line: number): void {
    this.#show(excerptAround(this.text, line));
    const { start, end } = spotIn(this.#excerpt, line);
    this.#area.focus({ preventScroll: true });
    this.#area.setSelectionRange(start, end);
    const above = linesIn(this.#area.value.slice(0, start)) - 3;
    this.#area.scrollTop = above * parseFloat(getComputedStyle(this.#area).lineHeight);
    this.#area.scrollLeft = 0;
  }

  #show(excerpt: Excerpt): void {
    this.#excerpt = excerpt;
    if (this.#area.value !== excerpt.shown) this.#area.value = excerpt.shown;
    this.#tell();
  }

  #tell(): void {
    const { before, shown, after, firstLine } = this.#excerpt;
    const whole = before === '' && after === '';
    const last = firstLine + linesIn(shown.replace(/\n$/, '')) - 1;
    this.#note.hidden = whole;
    this.#note.textContent = whole ? '' : this.#shown(formatNumber(firstLine), formatNumber(last), formatNumber(linesIn(before + shown + after)));
  }

  /** Whoever selects all and types or pastes means all of the text, not the part shown. */
  #forgetIfAllSelected(): void {
    const { selectionStart, selectionEnd, value } = this.#area;
    if (value === '' || selectionStart > 0 || selectionEnd < value.length) return;
    this.#excerpt = { before: '', shown: value, after: '', firstLine: 1 };
    this.#tell();
  }
}
