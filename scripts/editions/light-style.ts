import { parse as parseSelector, type Selector } from 'css-what';
import postcss, { type AtRule, type ChildNode, type Rule } from 'postcss';

/** One rule of a drawing's style with nothing left to look up: light colours, at one width. */
export interface Drawn {
  readonly selector: string;
  /** A class, with its dot, or a tag that each mark of the selector has; `*` if none must be. */
  readonly key: string;
  readonly weight: number;
  readonly style: Readonly<Record<string, string>>;
}

/** A page's styles, in the light. */
export interface Light {
  /** The rules that draw; where two speak of the same mark, the later one holds. */
  readonly rules: readonly Drawn[];
  /** A value with its names looked up. */
  readonly plain: (value: string) => string;
}

/** What of a style a drawing shows. */
const shown = /^(?:fill|stroke|font|opacity|paint-order|vector-effect|overflow|display|padding-(?:left|right)|text-(?:anchor|decoration))(?:-|$)/;
/** What a selector asks of a page that no file answers: states, and text that styles add. */
const asksPage = /:(?!is\(|not\(|where\(|(?:first|last|nth)-child)|\[data-(?:script|theme)/;

/** Paper is white, and faces are the reader's. */
const overridden = { '--paper': '#ffffff', '--sans': 'sans-serif', '--mono': 'monospace', '--serif': 'serif' };

/** What a page's styles make of a drawing `width` CSS pixels wide. */
export function lightStyle(css: string, width: number): Light {
  const sheet = postcss.parse(css);
  const tokens = new Map<string, string>();
  sheet.walkDecls(/^--/, ({ prop, value, parent }) => { if (isPlain(parent as Rule, width) && !tokens.has(prop)) tokens.set(prop, value); });
  for (const [name, value] of Object.entries(overridden)) tokens.set(name, value);
  const plain = (value: string) => plainValue(value, tokens);
  const rules: Drawn[] = [];
  sheet.walkRules((rule) => { if (isPlain(rule, width)) rules.push(...drawn(rule, plain)); });
  return { rules: rules.sort((a, b) => a.weight - b.weight), plain };
}

/** Whether a rule holds at that width without asking for a medium or a preference. */
function isPlain(rule: Rule, width: number): boolean {
  for (let at = rule.parent as ChildNode | undefined; at?.type === 'atrule'; at = at.parent as ChildNode | undefined) if (!holds(at as AtRule, width)) return false;
  return true;
}

function holds({ name, params }: AtRule, width: number): boolean {
  const least = /^\((?:width\s*>=|min-width:)\s*(\d+)px\)$/.exec(params)?.[1];
  return name === 'container' && least !== undefined && Number(least) <= width;
}

function drawn(rule: Rule, plain: Light['plain']): readonly Drawn[] {
  const declarations = rule.nodes.filter((node) => node.type === 'decl').filter(({ prop }) => shown.test(prop));
  if (declarations.length === 0) return [];
  const style = Object.assign({}, ...declarations.map(({ prop, value }) => spelledOut(prop, plain(value)))) as Record<string, string>;
  return rule.selectors.map((selector) => selector.replaceAll(':focus-visible', ':not(*)')).filter((selector) => !asksPage.test(selector)).map((selector) => ({ selector, key: keyOf(selector), weight: weightOf(selector), style }));
}

function plainValue(value: string, tokens: ReadonlyMap<string, string>): string {
  const found = value.replaceAll(/var\((--[\w-]+)(?:,[^()]*)?\)/g, (_, name: string) => tokens.get(name) ?? '');
  const lit = found.replaceAll(/light-dark\(([^,()]*),[^()]*\)/g, '$1').replaceAll(/color-mix\(in srgb, (#\w{6}) 50%, (#\w{6})\)/g, (_, a: string, b: string) => between(a, b));
  return lit === value ? value : plainValue(lit, tokens);
}

/** The colour in the middle of two of the form `#rrggbb`. */
const between = (a: string, b: string): string => `#${[1, 3, 5].map((at) => Math.round((parseInt(a.slice(at, at + 2), 16) + parseInt(b.slice(at, at + 2), 16)) / 2).toString(16).padStart(2, '0')).join('')}`;

/** `font` is no attribute of a drawing; its parts are. */
export function spelledOut(name: string, value: string): Readonly<Record<string, string>> {
  const [, weight, size, family] = (name === 'font' && /^(?:(\d+) )?([\d.]+px)(?:\/\S+)? (.+)$/.exec(value)) || [];
  if (size === undefined || family === undefined) return { [name]: value };
  return { 'font-size': size, 'font-family': family, ...(weight !== undefined && { 'font-weight': weight }) };
}

function keyOf(selector: string): string {
  const parts = parseSelector(selector)[0]!;
  const last = parts.slice(parts.findLastIndex(({ type }) => ['child', 'descendant', 'sibling', 'adjacent'].includes(type)) + 1);
  const named = last.find((part) => part.type === 'attribute' && part.name === 'class' && part.action === 'element');
  const tag = last.find((part) => part.type === 'tag');
  return named?.type === 'attribute' ? `.${named.value}` : (tag?.name ?? '*');
}

/** A selector's specificity as one number; a rule's place decides between equals, as sorting keeps it. */
const weightOf = (selector: string): number => Math.max(...parseSelector(selector).map((parts) => parts.map(weightOfPart).reduce((a, b) => a + b, 0)));

function weightOfPart(part: Selector): number {
  if (part.type === 'attribute') return part.name === 'id' && part.action === 'equals' ? 10_000 : 100;
  if (part.type === 'pseudo' && Array.isArray(part.data)) return part.name === 'where' ? 0 : Math.max(...part.data.map((parts) => parts.map(weightOfPart).reduce((a, b) => a + b, 0)));
  if (part.type === 'pseudo') return 100;
  return part.type === 'tag' ? 1 : 0;
}
