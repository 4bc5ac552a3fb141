import type { Element, ElementContent, Root, RootContent } from 'hast';
// Adds what MDX writes to the types of hast.
import type {} from 'mdast-util-mdx-jsx';

type Node = Root | RootContent | ElementContent;

const isNamed = (node: Node | undefined, name: string): boolean => node?.type === 'mdxJsxTextElement' && node.name === name;

/** What a source's mark stands by, cut off from what is before it: the last character, or a claim. Undefined where a line may end anyway. */
function before(node: ElementContent | undefined): { readonly rest: readonly ElementContent[]; readonly last: ElementContent } | undefined {
  if (isNamed(node, 'Claim')) return { rest: [], last: node! };
  const [last] = node?.type === 'text' ? /\S$/u.exec(node.value) ?? [] : [];
  if (node?.type !== 'text' || last === undefined) return undefined;
  return { rest: [{ ...node, value: node.value.slice(0, -last.length) }], last: { type: 'text', value: last } };
}

function withHeld(children: readonly ElementContent[]): ElementContent[] {
  const out: ElementContent[] = [];
  for (const node of children) {
    const beside = isNamed(node, 'Source') ? before(out.at(-1)) : undefined;
    if (beside === undefined) out.push(node);
    else out.splice(-1, 1, ...beside.rest, holding(beside.last, node));
  }
  return out;
}

const holding = (last: ElementContent, source: ElementContent): Element => ({ type: 'element', tagName: 'span', properties: { className: ['held'] }, children: [last, source] });

function hold(node: Node): void {
  if (!('children' in node)) return;
  for (const child of node.children) hold(child);
  if (node.type !== 'root') node.children = withHeld(node.children as readonly ElementContent[]);
}

/** Holds a source's mark to what it stands by: a browser may end a line before any button, whatever is around it. */
export const held = () => hold;
