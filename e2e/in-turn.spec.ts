import { expect, test } from './book.ts';

/** What a script finds of whoever was there before. Runs in the page. */
async function seen(): Promise<object> {
  return {
    kept: [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length],
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    calm: matchMedia('(prefers-reduced-motion: reduce)').matches,
    width: innerWidth,
    clipboard: (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state,
    answered: (await fetch('somewhere')).status,
    other: window.opener !== null || window.name !== '',
  };
}

test.describe('a page that tests use in turn', { tag: '@desktop' }, () => {
  test.describe.configure({ mode: 'serial' });
  let told = 0;

  test('is left with all that a test may leave', async ({ page, context, complaints }) => {
    await context.grantPermissions(['clipboard-read']);
    await page.route('**/somewhere', (route) => route.fulfill({ body: '' }));
    await page.setViewportSize({ width: 400, height: 300 });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    page.on('request', () => { told++; });
    await page.goto('en/glossary/');
    await page.evaluate(async () => {
      localStorage.setItem('a', 'b');
      sessionStorage.setItem('a', 'b');
      document.cookie = 'a=b';
      await new Promise((done) => { indexedDB.open('a').onsuccess = done; });
      await caches.open('a');
    });
    expect(await page.evaluate(seen)).toEqual({ kept: [1, 1, 'a=b', 1, 1, 0], dark: true, calm: true, width: 400, clipboard: 'granted', answered: 200, other: false });
    expect(told).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });

  test('is found as if nobody had been there', async ({ page, complaints }) => {
    told = 0;
    await page.goto('en/glossary/');
    expect(await page.evaluate(seen)).toEqual({ kept: [0, 0, '', 0, 0, 0], dark: false, calm: false, width: 1280, clipboard: 'prompt', answered: 404, other: false });
    expect(told).toBe(0);
    (complaints as string[]).length = 0; // of what is not there
  });

  test('takes nothing that would stay, and says what to do', async ({ page }) => {
    await expect(page.clock.install()).rejects.toThrow(/^clock\.install stays in .* testOnFreshPage of/);
    await expect(page.addInitScript('0')).rejects.toThrow(/^addInitScript stays in .* testOnFreshPage of/);
  });
});
