import type { Nodes, Root } from 'mdast';
import type {} from 'mdast-util-math';
import type { VFile } from 'vfile';

const isMaths = (node: Nodes): boolean => node.type === 'math' || node.type === 'inlineMath' || ('children' in node && node.children.some(isMaths));

/** Tells the layout, as `remarkPluginFrontmatter.maths`, whether a text sets mathematics: only then it needs KaTeX's styles. */
export function notesMaths() {
  return (tree: Root, file: VFile): void => {
    const { frontmatter } = (file.data as { astro: { frontmatter: Record<string, unknown> } }).astro;
    frontmatter['maths'] = isMaths(tree);
  };
}
