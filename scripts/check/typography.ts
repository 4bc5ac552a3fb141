import type { Nodes } from 'mdast';
import { atOffset, type Chapter } from './chapter.ts';
import { isElement } from './elements.ts';
import type { Finding } from './finding.ts';
import { blocksOf, flatten } from './prose.ts';

const han = String.raw`[\u3400-\u4dbf\u4e00-\u9fff]`;
const full = String.raw`[，。、；：？！（）《》「」]`;

interface Rule { readonly pattern: RegExp; readonly say: (found: string) => string }

const fullWidth: Readonly<Record<string, string>> = { ',': '，', '.': '。', ':': '：', ';': '；', '?': '？', '!': '！', '(': '（', ')': '）', '"': '“ ”' };

/** 中文排版: what CONTRIBUTING.zh.md asks for and a machine can see. */
const rules: readonly Rule[] = [
  { pattern: new RegExp(`(?<=${han})[,:;?!("]|[)"](?=${han})|(?<=${han})(?:\\.(?![\\w.])|\\))`, 'gu'), say: (found) => `half-width ${found} beside a 汉字: write ${fullWidth[found] ?? 'its full-width form'}` },
  { pattern: new RegExp(`${han}[A-Za-z0-9\ufffc]|[A-Za-z0-9%\ufffc]${han}`, 'gu'), say: (found) => `put a space inside "${found.replace('\ufffc', '…')}", between Chinese and what is not` },
  { pattern: new RegExp(`${full} +(?=\\S)|(?<=\\S) +${full}`, 'gu'), say: (found) => `no space beside the full-width ${found.trim()}` },
  { pattern: new RegExp(`(?<=${han})\\.{3}`, 'gu'), say: () => 'an ellipsis is ……' },
  { pattern: new RegExp(`(?<=${han}) ?--+ ?(?=${han})`, 'gu'), say: () => 'a dash is ——' },
  { pattern: /[Ａ-Ｚａ-ｚ０-９]/g, say: (found) => `full-width ${found}: write letters and digits half-width` },
  { pattern: /您/g, say: () => 'the book says 你, not 您' },
];

/** Elements that print something beginning with a digit or Latin letter; what they end with is their own affair. */
const printing = ['Claim', 'Recorded'];
/** A zero-width space: nothing is asked of what stands beside it. */
const nothing = '\u200b';

function standIn(node: Nodes): string | undefined {
  if (node.type === 'inlineCode' || node.type === 'inlineMath') return '\ufffc';
  if (node.type === 'mdxTextExpression' || node.type === 'footnoteReference' || node.type === 'image') return nothing;
  if (!isElement(node)) return undefined;
  if (printing.includes(node.name ?? '')) return `\ufffc${nothing}`;
  return node.children.length === 0 ? nothing : undefined;
}

/** What a machine can see of 中文排版 in a string of prose; indexes count from 0. */
export function typographyOf(text: string): readonly { readonly index: number; readonly message: string }[] {
  return rules.flatMap(({ pattern, say }) => [...text.matchAll(pattern)].map((match) => ({ index: match.index, message: say(match[0]) })));
}

/** The typography of a Chinese chapter; an English one has nothing to fear. */
export function checkTypography(chapter: Chapter): readonly Finding[] {
  if (chapter.locale !== 'zh') return [];
  return [...blocksOf(chapter.tree)].flatMap((block) => {
    const { text, offsets } = flatten(block, standIn);
    return typographyOf(text).map(({ index, message }) => atOffset(chapter, offsets[index] ?? 0, message));
  });
}
