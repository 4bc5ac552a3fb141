import type { Nodes, Parents } from 'mdast';

/** A run of words as a reader meets it: a paragraph, a heading, a table cell. */
export interface Block {
  readonly node: Nodes;
  /** From the root (left out) to the block's parent. */
  readonly ancestors: readonly Parents[];
}

/** A block as one string, and where in the file each of its letters stands. */
export interface Flat { readonly text: string; readonly offsets: readonly number[] }

const blocks = ['paragraph', 'heading', 'tableCell'];

/** The blocks below a node, in the order of reading. */
export function* blocksOf(node: Nodes, ancestors: readonly Parents[] = []): Generator<Block> {
  if (blocks.includes(node.type)) yield { node, ancestors };
  else if ('children' in node) for (const child of node.children) yield* blocksOf(child, node.type === 'root' ? [] : [...ancestors, node]);
}

/**
 * Flattens a block to its text. `standIn` says what a node that is not text reads as;
 * when it says undefined, the node reads as what it contains.
 */
export function flatten({ node }: Block, standIn: (node: Nodes) => string | undefined): Flat {
  const letters: string[] = [];
  const offsets: number[] = [];
  const put = (text: string, from: number, step: 0 | 1): void => {
    for (let i = 0; i < text.length; i++) {
      letters.push(text[i] ?? '');
      offsets.push(from + i * step);
    }
  };
  const visit = (each: Nodes): void => {
    const from = each.position?.start.offset ?? 0;
    const instead = standIn(each);
    if (instead !== undefined) put(instead, from, 0);
    else if (each.type === 'text') put(each.value, from, 1);
    else if ('children' in each) each.children.forEach(visit);
  };
  visit(node);
  return { text: letters.join(''), offsets };
}
