import type { Element, ElementContent, Root, RootContent } from 'hast';

const elements = new Set(['code', 'pre', 'math']);

/** What is no language: code, and formulas as KaTeX sets them. */
const isSigns = ({ tagName, properties: { className } }: Element): boolean => elements.has(tagName) || (Array.isArray(className) && className.includes('katex'));

function mark(node: Root | RootContent | ElementContent): void {
  if (node.type === 'element' && isSigns(node)) node.properties['translate'] = 'no';
  else if ('children' in node) node.children.forEach(mark);
}

/** Keeps a browser that translates the page from names, addresses, commands, what they printed, and formulas. */
export const untranslated = () => mark;
