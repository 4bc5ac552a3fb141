import type { Heading, Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

/** `<Name …>` in a chapter, standing alone or inside a sentence. */
export type Element = MdxJsxFlowElement | MdxJsxTextElement;

export const isElement = (node: Nodes): node is Element => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** Every node from `node` downwards, in the order of reading. */
export function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}

/** The text of an attribute written as `name="text"`; undefined when it is missing or an expression. */
export function attribute(element: Element, name: string): string | undefined {
  const found = element.attributes.find((each) => each.type === 'mdxJsxAttribute' && each.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}

/** The anchor a heading was given: `## Words {#anchor}`. */
export function anchorOf(heading: Heading): string | undefined {
  const id = (heading.data as { hProperties?: { id?: unknown } } | undefined)?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}

/** The elements of one name, in the order of reading. */
export function elementsNamed(tree: Nodes, name: string): readonly Element[] {
  return [...walk(tree)].filter((node): node is Element => isElement(node) && node.name === name);
}
