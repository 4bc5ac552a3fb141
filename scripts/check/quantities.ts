import type { Nodes } from 'mdast';
import type { Chapter } from './chapter.ts';
import { attribute, isElement, walk, type Element } from './elements.ts';
import type { Exception } from './exceptions.ts';
import { blocksOf, flatten, type Block } from './prose.ts';

/** Where a quantity in the text comes from. */
export type Origin =
  | { readonly kind: 'claim'; readonly demo: string; readonly name: string }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'recording'; readonly recording: string }
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'exception'; readonly reason: string }
  | { readonly kind: 'nowhere' };

/** A quantity as it stands in a chapter. A claim's text is known only when it is computed: `claim` is where to compute it from. */
export interface Quantity { readonly offset: number; readonly text: string; readonly origin: Origin; readonly claim?: Element }

const unit = String.raw`(?:[ \u00a0]?(?:[KMGT]i?B|kB|B|bytes?|bits?|pages?|mappings?|times|[mnµ]?s|seconds?|minutes?|hours?)(?![\p{L}\d])|[ \u00a0]?(?:%|×|字节|位|页|倍|次|毫秒|微秒|秒|分钟|小时|个映射))`;
const numeral = new RegExp(String.raw`(?<![\p{Script=Latin}\d_.,\-/:])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*)(${unit})?(?![\p{Script=Latin}\d])`, 'gu');

const versioned = /(?:Go|Linux|glibc|musl|jemalloc|Debian|Ubuntu|Fedora|Alpine|macOS|Windows|Node|Chromium|GCC|gcc|clang|kernel|version|内核|版本)[ \u00a0]?$/;
const goVersion = /^1\.\d{1,2}$/;
const year = /^(19[5-9]\d|20[0-4]\d)$/;
const day = /^ ?[年月日号]/;

/** A numeral that counts or measures something: it has a unit, or is ten or more. Versions and dates do neither. */
function isQuantity(text: string, index: number, number: string, unit: string | undefined): boolean {
  if (number.split('.').length > 2 || versioned.test(text.slice(0, index))) return false;
  if (day.test(text.slice(index + number.length))) return false;
  if (unit !== undefined) return true;
  return Number(number.replaceAll(',', '')) >= 10 && !year.test(number) && !goVersion.test(number);
}

/** A stand-in for what is no prose: no numeral touches it. */
const other = '\ufffc';
const silent = ['inlineCode', 'inlineMath', 'link', 'linkReference', 'image', 'mdxTextExpression', 'footnoteReference'];
/** Elements whose content is not the chapter's own prose. */
const vouching = ['Source', 'Recorded'];

function standIn(node: Nodes): string | undefined {
  const noProse = isElement(node) ? node.children.length === 0 || vouching.includes(node.name ?? '') : silent.includes(node.type);
  return noProse ? other : undefined;
}

/** Every quantity of a chapter, in the order of reading. */
export function quantitiesOf(chapter: Chapter, exceptions: readonly Exception[]): readonly Quantity[] {
  const claims = [...walk(chapter.tree)].filter((node): node is Element => isElement(node) && node.name === 'Claim').map(claimed);
  const written = [...blocksOf(chapter.tree)].filter(({ node }) => node.type !== 'heading').flatMap((block) => writtenIn(chapter, block, exceptions));
  return [...claims, ...written].sort((a, b) => a.offset - b.offset);
}

function claimed(element: Element): Quantity {
  const [demo, name, fact] = [attribute(element, 'demo') ?? '', attribute(element, 'name') ?? '', attribute(element, 'fact')];
  const origin: Origin = fact === undefined ? { kind: 'claim', demo, name } : { kind: 'fact', fact };
  return { offset: element.position?.start.offset ?? 0, text: '', origin, claim: element };
}

function writtenIn(chapter: Chapter, block: Block, exceptions: readonly Exception[]): readonly Quantity[] {
  const { text, offsets } = flatten(block, standIn);
  const backing = backingOf(block);
  return [...text.matchAll(numeral)].filter(({ index, 1: number = '', 2: found }) => isQuantity(text, index, number, found)).map((match) => {
    const exception = exceptions.find((each) => each.covers(chapter, text, match.index));
    const origin = backing ?? (exception ? { kind: 'exception' as const, reason: exception.reason } : { kind: 'nowhere' as const });
    return { offset: offsets[match.index] ?? 0, text: match[0], origin };
  });
}

/** What vouches for a block's numbers: a source or recording in it, or in the row, item or element it stands in. */
function backingOf({ node, ancestors }: Block): Origin | undefined {
  const scopes = [node, ...ancestors.filter(({ type }) => type !== 'list' && type !== 'table').reverse()];
  for (const scope of scopes) {
    const found = [...walk(scope)].find((each): each is Element => isElement(each) && vouching.includes(each.name ?? ''));
    if (found) return originOf(found);
  }
  return undefined;
}

function originOf(element: Element): Origin {
  const words = element.attributes.flatMap((each) => (each.type === 'mdxJsxAttribute' && typeof each.value === 'string' ? [each.value] : [])).join(' ');
  return element.name === 'Recorded' ? { kind: 'recording', recording: words } : { kind: 'source', source: words };
}
