import type { Page } from '@playwright/test';

/** What a screen reader is told of a page from now on: the words of every live region when they change, in order. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    const live = '[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"], output';
    const regionOf = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest('[aria-live], [role="status"], [role="alert"], output');
    new MutationObserver((changes) => {
      const told = changes.filter(({ type, addedNodes }) => type === 'characterData' || addedNodes.length > 0).flatMap(({ target, addedNodes }) => [target, ...addedNodes]);
      const regions = new Set(told.map(regionOf).filter((region) => region?.matches(live)));
      for (const region of regions) if (region?.textContent) heard.push(region.textContent);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}
