import type { Place } from './search-rank.ts';

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

/** A place as an item of the list: where it is, and what it says. */
export function resultItem({ page, section, url, excerpt }: Place): HTMLLIElement {
  const where = section === page ? [page] : [`${page} `, element('span', '', section)];
  const link = element('a', '', element('span', 'where', ...where), element('span', 'excerpt', ...excerptNodes(excerpt)));
  link.href = url;
  return element('li', '', link);
}
