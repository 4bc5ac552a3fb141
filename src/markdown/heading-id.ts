import type { Heading, Root } from 'mdast';
import type { Code, Construct, State, TokenizeContext, Effects } from 'micromark-util-types';
import type { Processor } from 'unified';

/** `{#why-fragments}` in the tree, before it becomes its heading's id. */
interface HeadingId { type: 'headingId'; value: string }

declare module 'mdast' {
  interface PhrasingContentMap { headingId: HeadingId }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap { headingId: 'headingId' }
}

const leftBrace = 123;
const rightBrace = 125;
const hash = 35;

const isLetterOfId = (code: Code): boolean => code !== null && /[a-z0-9-]/.test(String.fromCharCode(code));

/** `{#` letters, digits and hyphens `}`. Anything else is left to MDX, where `{…}` is an expression. */
function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const inside: State = (code) => {
    if (code !== rightBrace) return isLetterOfId(code) ? (effects.consume(code), inside) : nok(code);
    effects.consume(code);
    effects.exit('headingId');
    return ok;
  };
  const afterBrace: State = (code) => (code === hash ? (effects.consume(code), inside) : nok(code));
  return (code) => {
    effects.enter('headingId');
    effects.consume(code);
    return afterBrace;
  };
}

const construct: Construct = { name: 'headingId', tokenize };

/** Moves the mark into the heading's `id` and takes the space before it away. */
function claim(heading: Heading): void {
  const last = heading.children.at(-1);
  if (last?.type !== 'headingId') return;
  heading.children.pop();
  heading.data = { ...heading.data, hProperties: { id: last.value } };
  const text = heading.children.at(-1);
  if (text?.type === 'text') text.value = text.value.trimEnd();
}

type Node = { type: string; children?: Node[]; position?: unknown };

/** A mark that heads nothing is the author's slip: say where. */
function walk(node: Node): void {
  if (node.type === 'heading') claim(node as unknown as Heading);
  if (node.type === 'headingId') {
    const at = (node.position as { start: { line: number; column: number } }).start;
    throw new Error(`line ${at.line}, column ${at.column}: {#${(node as unknown as HeadingId).value}} belongs at the end of a heading`);
  }
  node.children?.forEach(walk);
}

/**
 * `## 为什么会有碎片 {#why-fragments}`: the same anchor in both languages.
 * Must come after remark-mdx (as plugins of an MDX file do), whose expressions it precedes.
 */
export function headingId(this: Processor): (tree: Root) => void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ text: { [leftBrace]: construct } });
  (data.fromMarkdownExtensions ??= []).push({
    exit: {
      headingId(token) {
        this.enter({ type: 'headingId', value: this.sliceSerialize(token).slice(2, -1) } as never, token);
        this.exit(token);
      },
    },
  });
  return walk;
}
