/** Once all that has come near is laid out. */
function landAgain(): void {
  requestAnimationFrame(() => { requestAnimationFrame(() => { document.querySelector(':target')?.scrollIntoView(); }); });
}

/** When the page is whole, unless its reader has moved on meanwhile. */
function landWhenLoaded(): void {
  const moved = new AbortController();
  const { signal } = moved;
  for (const move of ['wheel', 'touchmove', 'keydown']) addEventListener(move, () => { moved.abort(); }, { signal, passive: true });
  addEventListener('load', landAgain, { signal });
}

/**
 * Scrolls a second time to where a link leads. The first time a browser reckons with the usual heights of what it had not laid out yet
 * (styles/page.css), and may stop far off. Who goes back or loads a page anew is brought by the browser to where they were.
 */
export function landWell(): void {
  // Safari and Firefox are without it in releases still in use.
  (globalThis.navigation as Navigation | undefined)?.addEventListener('navigate', ({ hashChange, navigationType }) => {
    if (hashChange && navigationType !== 'traverse') landAgain();
  });
  const [came] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (location.hash && came?.type === 'navigate') landWhenLoaded();
}
