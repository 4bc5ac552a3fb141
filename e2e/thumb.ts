import type { Page } from '@playwright/test';

/** What a thumb needs, each way, in CSS pixels. */
const thumb = 44;

/**
 * What can be pressed on a page as it stands and is smaller than a thumb, each with its size. What stands in a line of text is as
 * high as the line, and may be; what is folded away is not looked for.
 */
export const tooSmall = (page: Page): Promise<readonly string[]> => page.evaluate((least) => {
  const pressed = 'a[href], button, select, input, textarea, summary, [role="slider"]';
  const outside = (each: Element): Element => each.closest('label:has([type="checkbox"], [type="radio"], [type="file"])') ?? each;
  const isInline = (each: Element): boolean => getComputedStyle(each).display.startsWith('inline');
  const blockOf = (each: Element): Element => (isInline(each.parentElement!) ? blockOf(each.parentElement!) : each.parentElement!);
  const standsInText = (each: Element): boolean => {
    if (!isInline(each)) return false;
    const line = blockOf(each).cloneNode(true) as Element;
    for (const other of line.querySelectorAll(pressed)) other.remove();
    return /[\p{L}\p{N}]/u.test(line.textContent);
  };
  const all = new Set([...document.querySelectorAll(pressed)].filter((each) => !each.closest('[aria-hidden="true"]')).map(outside));
  return [...all].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !standsInText(each)).flatMap((each) => {
    const { width, height } = each.getBoundingClientRect();
    // What Chromium rounds to a part of a pixel.
    const isLarge = Math.round(width) >= least && Math.round(height) >= least;
    return isLarge ? [] : [`${Math.round(width)} × ${Math.round(height)}: ${each.outerHTML.slice(0, 100)}`];
  });
}, thumb);

/** Where the page's own addresses lead: its headings, and its figures. */
const anchors = 'main :is(h1, h2, h3, h4, demo-figure)[id]';

/** So many of a page's addresses are followed: of the terms of the glossary and the questions each is like the next. */
const followed = 40;

/** Follows the addresses of a page's headings and figures one after another. Names those that lead to what lies, in part, under the head, or out of sight. Blocks that are laid out only now may move it within the window. */
export const hiddenByHead = (page: Page): Promise<readonly string[]> => page.evaluate(async ({ places, thumb, followed }) => {
  const head = document.querySelector('header.head')!;
  const hidden: string[] = [];
  const ids = new Set([...document.querySelectorAll(places)].map(({ id }) => id));
  const seen = [...ids].map((id) => document.getElementById(id)!).filter((place) => place.checkVisibility());
  const every = Math.ceil(seen.length / followed);
  for (const place of seen.filter((_, nth) => nth % every === 0)) {
    location.hash = place.id;
    // What comes near is laid out in the frames that follow, and the place is kept meanwhile.
    for (let still = 0, before = NaN; still < 3; still = scrollY === before ? still + 1 : 0) {
      before = scrollY;
      await new Promise(requestAnimationFrame);
    }
    const [{ top }, { bottom }] = [place.getBoundingClientRect(), head.getBoundingClientRect()];
    if (top < bottom || top > innerHeight - thumb) hidden.push(`#${place.id} at ${Math.round(top)}, the head ends at ${Math.round(bottom)}`);
  }
  return hidden;
}, { places: anchors, thumb, followed });
