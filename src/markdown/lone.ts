import type { Element, ElementContent, Root, RootContent } from 'hast';
// Adds what MDX writes to the types of hast.
import type {} from 'mdast-util-mdx-jsx';

type Node = Root | RootContent | ElementContent;

const blocks = new Set(['p', 'li', 'td']);
const isBlock = (node: Node): node is Element => node.type === 'element' && blocks.has(node.tagName);
const isLink = (node: Node): boolean => (node.type === 'element' ? node.tagName === 'a' : (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && node.name === 'Step');
const isWords = (node: Node): boolean => node.type !== 'text' || /[\p{L}\p{N}]/u.test(node.value);

/** Whether a block's only words are links'. */
function isLone({ children }: Element): boolean {
  const words = children.filter(isWords);
  return words.length > 0 && words.every(isLink);
}

function mark(node: Node): void {
  if (isBlock(node) && isLone(node)) node.properties['className'] = ['lone'];
  else if ('children' in node) node.children.forEach(mark);
}

/** Marks what holds links and no other words: there a link is not as high as a line of text, but as a thumb needs it. */
export const lone = () => mark;
