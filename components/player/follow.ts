import { effect } from '@preact/signals';
import type { Session } from './session.ts';

/** Pixels left free around a mark that is scrolled to. */
const air = 8;

/** Heights in pixels from the top of the window. */
export interface Span { readonly top: number; readonly bottom: number }

/** How far to scroll so that `mark` lies in `room`: 0 when it does. What does not fit shows its beginning. */
export function wayTo(mark: Span, room: Span): number {
  if (mark.top < room.top) return mark.top - room.top;
  return Math.max(0, Math.min(mark.bottom - room.bottom, mark.top - room.top));
}

/** Scrolls just enough to show what a step changed: after the reader's own moves only, never on load. */
export function follow(figure: HTMLElement, session: Session): void {
  effect(() => {
    if (session.moves.value > 0) requestAnimationFrame(() => show(figure));
  });
}

function show(figure: HTMLElement): void {
  const marks = [...figure.querySelectorAll('.drawing .now')].map((mark) => mark.getBoundingClientRect());
  if (marks.length === 0) return;
  const mark = { top: Math.min(...marks.map(({ top }) => top)) - air, bottom: Math.max(...marks.map(({ bottom }) => bottom)) + air };
  const top = wayTo(mark, roomOf(figure));
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (top !== 0) window.scrollBy({ top, behavior: still ? 'instant' : 'smooth' });
}

/** Where a figure is not covered: below the page's head, above the console that sticks to the window's foot. */
function roomOf(figure: HTMLElement): Span {
  const sentence = figure.querySelector('.console')?.getBoundingClientRect();
  return { top: Number.parseFloat(getComputedStyle(figure).scrollMarginTop) || 0, bottom: Math.min(window.innerHeight, sentence?.top ?? Infinity) };
}
