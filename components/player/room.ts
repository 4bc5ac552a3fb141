import { effect } from '@preact/signals';
import type { Session } from './session.ts';

/**
 * Keeps the room a drawing has taken once: where it shrinks and grows from moment to moment, the buttons below it would leave the
 * reader's thumb. Another example, or another width, begins anew.
 */
export function keepRoom(drawing: HTMLElement, session: Session): void {
  let { width } = drawing.getBoundingClientRect();
  const keep = (room: string): void => { drawing.style.minHeight = room; };
  const look = (): void => {
    const now = drawing.getBoundingClientRect();
    const room = now.width === width ? `${now.height}px` : '';
    width = now.width;
    // In a frame of its own: what changes the size that was just told would be told again.
    requestAnimationFrame(() => { keep(room); });
  };
  new ResizeObserver(look).observe(drawing);
  effect(() => {
    void session.input.value;
    keep('');
    requestAnimationFrame(look);
  });
}
