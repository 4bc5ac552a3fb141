/** Once all that has come near is laid out. */
function landAgain(): void {
  requestAnimationFrame(() => { requestAnimationFrame(() => { document.querySelector(':target')?.scrollIntoView(); }); });
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
  if (location.hash && came?.type === 'navigate') addEventListener('load', landAgain);
}
