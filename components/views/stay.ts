/** For `onTouchStart`: a finger that goes down here drags, and scrolls nothing. Chromium overlooks `touch-action` within an SVG. */
export const stay = (event: Event): void => event.preventDefault();
