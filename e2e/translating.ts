import type { Locator, Page } from '@playwright/test';

/**
 * A browser that translates, as Chrome does: it puts a `<font>` within a `<font>` in the place of each text, at once and
 * whenever the page brings new text, but where the page forbids it. Its foreign language is CAPITALS.
 */
export async function translates(page: Page): Promise<void> {
  await page.evaluate(() => {
    const font = (inside: Node): Element => {
      const element = document.createElement('font');
      element.append(inside);
      return element;
    };
    const isForeign = ({ parentElement: parent, data }: Text): boolean => !parent || data.trim() === '' || parent.closest('[translate="no"], font, script, style, textarea') !== null;
    const translate = (root: Node): void => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      for (let node: Node | null = root.nodeType === Node.TEXT_NODE ? root : walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text);
      for (const text of texts.filter((each) => !isForeign(each))) text.replaceWith(font(font(document.createTextNode(text.data.toUpperCase()))));
    };
    new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) (type === 'characterData' ? [target] : addedNodes).forEach(translate);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    translate(document.body);
  });
}

/** All that an element says, in CAPITALS where a browser may translate it; of a translated page, as it stands. */
export const capitalsOf = (root: Locator, isTranslated: boolean): Promise<string> => root.evaluate((element, stands) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let all = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) all += stands || node.parentElement?.closest('[translate="no"]') ? node.nodeValue : node.nodeValue!.toUpperCase();
  return all;
}, isTranslated);
