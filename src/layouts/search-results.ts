/** A page Pagefind found, with its sections. Excerpts are HTML whose only elements are `<mark>`. */
export interface Page {
  readonly url: string;
  readonly meta: { readonly title?: string };
  readonly excerpt: string;
  readonly sub_results: readonly { readonly title: string; readonly url: string; readonly excerpt: string }[];
}

const sectionsShown = 3;

const element = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className: string, ...content: (Node | string)[]): HTMLElementTagNameMap[Tag] => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

/** The excerpt's text with its marks; whatever else it may hold stays text. */
function excerptNodes(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  return [...parsed.childNodes].map((node) => {
    const text = node.textContent ?? '';
    return node.nodeName === 'MARK' ? element('mark', '', text) : document.createTextNode(text);
  });
}

function resultItem(page: string, section: string, url: string, excerpt: string): HTMLLIElement {
  const where = section === page ? [page] : [`${page} `, element('span', '', section)];
  const link = element('a', '', element('span', 'where', ...where), element('span', 'excerpt', ...excerptNodes(excerpt)));
  link.href = url;
  return element('li', '', link);
}

/** One list item for each of the page's best sections, or for the page itself. */
export function resultItems(page: Page): HTMLLIElement[] {
  const title = page.meta.title ?? page.url;
  if (page.sub_results.length === 0) return [resultItem(title, title, page.url, page.excerpt)];
  return page.sub_results.slice(0, sectionsShown).map((section) => resultItem(title, section.title, section.url, section.excerpt));
}
