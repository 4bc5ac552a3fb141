import type { Heading, Literal, Nodes, Root } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, State } from 'micromark-util-types';
import type {} from 'remark-parse';
import type { Processor } from 'unified';

/** `{#why-fragments}` in the tree, before it becomes its heading's id. */
interface HeadingId extends Literal { type: 'headingId' }

declare module 'mdast' {
  interface PhrasingContentMap { headingId: HeadingId }
  interface RootContentMap { headingId: HeadingId }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap { headingId: 'headingId' }
}

const leftBrace = 123;
const rightBrace = 125;
const hash = 35;

const isLetterOfId = (code: Code): boolean => code !== null && code > 0 && /[a-z0-9-]/.test(String.fromCharCode(code));

/** `{#` letters, digits and hyphens `}`. Anything else is left to MDX, where `{…}` is an expression. */
function tokenize(effects: Effects, ok: State, nok: State): State {
  const inside: State = (code) => {
    if (code !== rightBrace && !isLetterOfId(code)) return nok(code);
    effects.consume(code);
    if (code !== rightBrace) return inside;
    effects.exit('headingId');
    return ok;
  };
  const afterBrace: State = (code) => {
    if (code !== hash) return nok(code);
    effects.consume(code);
    return inside;
  };
  return (code) => {
    effects.enter('headingId');
    effects.consume(code);
    return afterBrace;
  };
}

const construct: Construct = { name: 'headingId', tokenize };

const intoTree: FromMarkdown = {
  exit: {
    headingId(token) {
      this.enter({ type: 'headingId', value: this.sliceSerialize(token).slice(2, -1) }, token);
      this.exit(token);
    },
  },
};

/** Moves the mark into the heading's `id` and takes the space before it away. */
function settle(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'headingId') return;
  heading.children.pop();
  heading.data = { ...heading.data, hProperties: { id: last.value } };
  const text = heading.children.at(-1);
  if (text?.type === 'text') text.value = text.value.trimEnd();
}

/** Settles every heading; a mark that ends no heading is the author's slip, and is said where it stands. */
function walk(node: Nodes): void {
  if (node.type === 'heading') settle(node);
  if (node.type === 'headingId') {
    const start = node.position?.start;
    throw new Error(`line ${start?.line}, column ${start?.column}: {#${node.value}} belongs at the end of a heading`);
  }
  if ('children' in node) node.children.forEach(walk);
}

/**
 * `## 为什么会有碎片 {#why-fragments}`: the same anchor in both languages.
 * A construct given later is tried first, so the mark is read before MDX reads `{` as an expression.
 */
export function headingId(this: Processor): (tree: Root) => void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ text: { [leftBrace]: construct } });
  (data.fromMarkdownExtensions ??= []).push(intoTree);
  return walk;
}
