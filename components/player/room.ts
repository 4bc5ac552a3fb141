import { effect } from '@preact/signals';
import type { Session } from './session.ts';

/**
 * Keeps the room a drawing has taken once: where it shrinks and grows from moment to moment, the buttons below it would leave the
 * reader's thumb. Another example, or another width, begins anew.
 */
export function keepRoom(drawing: HTMLElement, session: Session): void {
  let width = drawing.offsetWidth;
  const giveUp = (): void => { drawing.style.minHeight = ''; };
  new ResizeObserver(() => {
    const { offsetWidth, offsetHeight } = drawing;
    if (offsetWidth === width) drawing.style.minHeight = `${offsetHeight}px`;
    else requestAnimationFrame(giveUp);
    width = offsetWidth;
  }).observe(drawing);
  effect(() => {
    void session.input.value;
    giveUp();
  });
}
