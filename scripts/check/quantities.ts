import type { Nodes } from 'mdast';
import type { Chapter } from './chapter.ts';
import { attribute, isElement, walk, type Element } from './elements.ts';
import type { Exception } from './exceptions.ts';
import { numeralsIn } from './numerals.ts';
import { blocksOf, flatten, type Block } from './prose.ts';

/** Where a quantity in the text comes from. */
export type Origin =
  | { readonly kind: 'claim'; readonly demo: string; readonly name: string }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'recording'; readonly recording: string }
  | { readonly kind: 'source'; readonly source: string }
  /** In what older texts say: the answer beside it says what is so. */
  | { readonly kind: 'quoted' }
  | { readonly kind: 'exception'; readonly reason: string }
  | { readonly kind: 'nowhere' };

/** A quantity as it stands in a chapter. A claim's text is known only when it is computed: `claim` is where to compute it from. */
export interface Quantity { readonly offset: number; readonly text: string; readonly origin: Origin; readonly claim?: Element }

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
  const elements = [...walk(chapter.tree)].filter(isElement);
  const claims = elements.filter(isClaim).map(claimed);
  const attributes = elements.flatMap((element) => inAttributes(chapter, element, exceptions));
  const written = [...blocksOf(chapter.tree)].filter(({ node }) => node.type !== 'heading').flatMap((block) => writtenIn(chapter, block, exceptions));
  return [...inFront(chapter, exceptions), ...claims, ...attributes, ...written].sort((a, b) => a.offset - b.offset);
}

/** An element that prints a number no author typed; a prediction's is its answer. */
export const isClaim = (element: Element): boolean => element.name === 'Claim' || (element.name === 'Predict' && ['fact', 'demo'].some((name) => attribute(element, name) !== undefined));

function claimed(element: Element): Quantity {
  const [demo, name, fact] = [attribute(element, 'demo') ?? '', attribute(element, 'name') ?? '', attribute(element, 'fact')];
  const origin: Origin = fact === undefined ? { kind: 'claim', demo, name } : { kind: 'fact', fact };
  return { offset: element.position?.start.offset ?? 0, text: '', origin, claim: element };
}

function writtenIn(chapter: Chapter, block: Block, exceptions: readonly Exception[]): readonly Quantity[] {
  const { text, offsets } = flatten(block, standIn);
  const backing = backingOf(block);
  return numeralsIn(text).map(({ index, text: numeral }) => ({ offset: offsets[index] ?? 0, text: numeral, origin: backing ?? excused(chapter, text, index, exceptions) }));
}

/** The question and description of a chapter, which stand in contents and search engines too. */
function inFront(chapter: Chapter, exceptions: readonly Exception[]): readonly Quantity[] {
  return ['question', 'description'].flatMap((key) => {
    const text = String(chapter.front[key] ?? '');
    const start = chapter.text.indexOf(text);
    return numeralsIn(text).map(({ index, text: numeral }) => ({ offset: start + index, text: numeral, origin: excused(chapter, text, index, exceptions) }));
  });
}

/** What a prediction asks stands on its answer's word; what a myth says is quoted. */
function inAttributes(chapter: Chapter, element: Element, exceptions: readonly Exception[]): readonly Quantity[] {
  return ['ask', 'said'].flatMap((name) => {
    const text = attribute(element, name) ?? '';
    const origin: Origin | undefined = name === 'said' ? { kind: 'quoted' } : isClaim(element) ? claimed(element).origin : undefined;
    return numeralsIn(text).map(({ index, text: numeral }) => ({ offset: element.position?.start.offset ?? 0, text: numeral, origin: origin ?? excused(chapter, text, index, exceptions) }));
  });
}

/** The exception that covers a place of a text, if there is one. */
function excused(chapter: Chapter, text: string, index: number, exceptions: readonly Exception[]): Origin {
  const exception = exceptions.find((each) => each.covers(chapter, text, index));
  return exception ? { kind: 'exception', reason: exception.reason } : { kind: 'nowhere' };
}

/** Too large for one source to vouch for all of it. */
const isLarge = (node: Nodes): boolean => node.type === 'list' || node.type === 'table' || (isElement(node) && node.name === 'Question');

/** What vouches for a block's numbers: a source or recording in it, or in the row, item or element it stands in. */
function backingOf({ node, ancestors }: Block): Origin | undefined {
  const scopes = [node, ...ancestors.filter((each) => !isLarge(each)).reverse()];
  for (const scope of scopes) {
    const found = [...walk(scope)].find((each): each is Element => isElement(each) && vouching.includes(each.name ?? ''));
    if (found) return originOf(found);
  }
  return undefined;
}

function originOf(element: Element): Origin {
  const words = element.attributes.flatMap((each) => (each.type === 'mdxJsxAttribute' && typeof each.value === 'string' ? [each.value] : [])).join(' ');
  const said = words || [...walk(element)].flatMap((each) => (each.type === 'text' ? [each.value] : [])).join('');
  return element.name === 'Recorded' ? { kind: 'recording', recording: said } : { kind: 'source', source: said };
}
