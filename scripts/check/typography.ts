import type { Nodes } from 'mdast';
import { at, atOffset, type Chapter } from './chapter.ts';
import { isElement, walk, type Element } from './elements.ts';
import type { Finding } from './finding.ts';
import { blocksOf, flatten } from './prose.ts';
import { printed, type ValueOf } from './values.ts';

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

/** A zero-width space: nothing is asked of what stands beside it. */
const nothing = '\u200b';
/** Something that is not Chinese. */
const latin = '\ufffc';

/** What a node that is no text reads as, for its neighbours: a claim as what it prints. */
function standIn(node: Nodes, valueOf: ValueOf): string | undefined {
  if (node.type === 'inlineCode' || node.type === 'inlineMath') return latin;
  if (node.type === 'mdxTextExpression' || node.type === 'footnoteReference' || node.type === 'image') return nothing;
  if (!isElement(node)) return undefined;
  if (node.name === 'Claim') return claimed(node, valueOf);
  return node.children.length === 0 || node.name === 'Source' ? nothing : undefined;
}

function claimed(claim: Element, valueOf: ValueOf): string {
  const value = valueOf(claim);
  return value ? printed(claim, value, 'zh') : latin + nothing;
}

/** What a machine can see of 中文排版 in a string of prose; indexes count from 0. */
export function typographyOf(text: string): readonly { readonly index: number; readonly message: string }[] {
  return rules.flatMap(({ pattern, say }) => [...text.matchAll(pattern)].map((match) => ({ index: match.index, message: say(match[0]) })));
}

/** The typography of a Chinese chapter, of its front matter and of the sentences its elements are given; an English one has nothing to fear. */
export function checkTypography(chapter: Chapter, valueOf: ValueOf): readonly Finding[] {
  if (chapter.locale !== 'zh') return [];
  const written = [...blocksOf(chapter.tree)].flatMap((block) => {
    const { text, offsets } = flatten(block, (node) => standIn(node, valueOf));
    return typographyOf(text).map(({ index, message }) => atOffset(chapter, offsets[index] ?? 0, message));
  });
  const given = [...walk(chapter.tree)].filter(isElement).flatMap((element) => element.attributes.flatMap((each) =>
    each.type === 'mdxJsxAttribute' && typeof each.value === 'string' ? typographyOf(each.value).map(({ message }) => at(chapter, element, `${each.name}: ${message}`)) : []));
  const front = ['title', 'question', 'description'].flatMap((name) => typographyOf(String(chapter.front[name] ?? '')).map(({ message }) => at(chapter, undefined, `${name}: ${message}`)));
  return [...front, ...written, ...given];
}
