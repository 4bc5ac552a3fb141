import type { Page } from '@playwright/test';
import type { Around, Edges, Look, Seen } from './seen.ts';

/**
 * All that a reader sees of a figure of a page: block by block from its top, mark by mark in the order of painting, and at last what
 * patterns and arrowheads are made of. A place is where the page has it after all styles and transforms, in pixels from the
 * drawing's corner. Fonts change nothing of it: of words there is the point they are set at, not how far they reach.
 */
export const record = (page: Page, id: string): Promise<readonly Seen[]> =>
  page.evaluate<readonly Seen[]>(`(() => { ${inPage.map(String).join('\n')}; return seenOf(document.querySelector('#${id} .player')); })()`);

// These are sent to the page as text: they know one another, and nothing else.
const inPage = [
  seenOf, outTo, settle, insideOf, blockOf, partsOf, markOf, htmlOf, isShown, ownWords, besides, lower, shapeOf, lineOf, textOf, turnOf, pathOf, placeOf,
  around, alteredBy, cutBy, viewportOf, meet, paintOf, inkOf, outlineOf, fontOf, bordersOf, hex, tenths, serversOf, serverOf,
];

function seenOf(figure: Element): readonly Seen[] {
  settle();
  const known = new Map<Element, Around>();
  const look: Look = { from: insideOf(figure.querySelector('.drawing')!), ground: around(figure, known).ground, known };
  const blocks = [...figure.children].filter(isShown).sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
  const seen = blocks.flatMap((block) => [blockOf(block, look), ...[block, ...block.querySelectorAll('*')].flatMap((each) => partsOf(each, look))]);
  return [...outTo(figure).flatMap((each) => htmlOf(each, look)), ...seen, ...serversOf(seen, look)];
}

/** A figure and what it stands in: all that a style puts before or after one of them may lie over it. */
function outTo(each: Element): readonly Element[] {
  return each.parentElement === null ? [each] : [each, ...outTo(each.parentElement)];
}

/** Brings to its end what moves: colours do when the light changes, and what stands in a mark once the mark has its own. */
function settle(): void {
  const moving = (): readonly Animation[] => document.getAnimations().filter((each) => each instanceof CSSTransition);
  for (let all = moving(); all.length > 0; all = moving()) for (const each of all) each.finish();
}

/** Where a block's border and padding end. */
function insideOf(block: Element): Edges {
  const { left, top, right, bottom } = block.getBoundingClientRect();
  const { borderLeftWidth, borderTopWidth, paddingLeft, paddingTop } = getComputedStyle(block);
  return { left: left + parseFloat(borderLeftWidth) + parseFloat(paddingLeft), top: top + parseFloat(borderTopWidth) + parseFloat(paddingTop), right, bottom };
}

/** Of a block's height only the drawing's is the same whatever the fonts. */
function blockOf(block: Element, { from, ground, known }: Look): Seen {
  const { left, width, height } = block.getBoundingClientRect();
  const drawing = block.matches('.drawing');
  const size = drawing ? `${tenths(left)} ${tenths(width)}×${tenths(height)}` : `${tenths(left - from.left)} ${tenths(width)}`;
  const here = around(block, known).ground;
  const paint = [drawing || here !== ground ? `on ${here}` : '', ...bordersOf(block)].filter(Boolean).join(', ');
  return { shape: ['==', block.localName, block.className, size].filter(Boolean).join(' '), paint };
}

/** What one element of the page shows by itself; of what is drawn the svg shows all its marks. */
function partsOf(each: Element, look: Look): readonly Seen[] {
  if (!(each instanceof SVGElement)) return htmlOf(each, look);
  if (each.ownerSVGElement !== null || !isShown(each)) return [];
  const marks = [...each.querySelectorAll<SVGGraphicsElement>(':is(rect, line, path, circle, ellipse, polygon, polyline, text, tspan, use, image, foreignObject):not(:is(defs, pattern, marker, clipPath, mask, symbol) *)')];
  if (!each.closest('.drawing')) return marks.map((mark) => markOf(mark, { ...look, from: each.getBoundingClientRect() }));
  return [each as SVGSVGElement, ...marks].map((mark) => markOf(mark, look));
}

/** A mark that is not shown has no place; it keeps its line, so that those after it keep theirs. */
function markOf(mark: SVGGraphicsElement, look: Look): Seen {
  if (!isShown(mark)) return { shape: mark.localName + ownWords(mark), paint: 'not shown' };
  const { cut } = around(mark.parentElement!, look.known);
  const { left, top, right, bottom } = mark.matches('text, tspan') ? look.from : mark.getBoundingClientRect();
  const whole = cut.left < left + 0.1 && cut.top < top + 0.1 && cut.right > right - 0.1 && cut.bottom > bottom - 0.1;
  return { shape: shapeOf(mark, look.from) + (whole ? '' : ` within ${placeOf(meet(cut, look.from), look.from)}`), paint: paintOf(mark, look) };
}

/** An element with words of its own. */
function htmlOf(each: Element, look: Look): readonly Seen[] {
  const words = ownWords(each) + besides(each);
  if (!isShown(each) || words === '') return [];
  const { color, textAlign } = getComputedStyle(each);
  const { opacity, altered, ground } = around(each, look.known);
  return [{ shape: each.localName + words + lower(each), paint: [hex(color), fontOf(each), textAlign === 'start' ? '' : textAlign, opacity === 1 ? '' : `${tenths(100 * opacity)}%`, altered, ground === look.ground ? '' : `on ${ground}`].filter(Boolean).join(', ') }];
}

function isShown(each: Element): boolean {
  return each.checkVisibility({ visibilityProperty: true });
}

/** All that a text of a drawing says; of other elements what is said in none within. */
function ownWords(each: Element): string {
  const nodes = [...each.childNodes].filter((node) => each.localName === 'text' || node.nodeType === Node.TEXT_NODE);
  const words = nodes.map((node) => node.textContent).join('').trim();
  return words && ` "${words}"`;
}

/** What styles put before and after an element. */
function besides(each: Element): string {
  return ['::before', '::after'].map((where) => [where, getComputedStyle(each, where).content] as const).filter(([, content]) => content !== 'none' && content !== 'normal').map(([where, content]) => ` ${where} ${content}`).join('');
}

/** By how many pixels a swatch of a legend stands off the line of the one before. */
function lower(item: Element): string {
  const middles = [item, item.previousElementSibling].map((each) => each?.querySelector('svg')?.getBoundingClientRect().top ?? NaN) as [number, number];
  const by = middles[0] - middles[1];
  return Math.abs(by) >= 0.5 && Math.abs(by) < 12 ? `, ${tenths(by)} lower than the one before` : '';
}

function shapeOf(mark: SVGGraphicsElement, from: Edges): string {
  if (mark.localName === 'tspan') return mark.localName + ownWords(mark);
  if (mark instanceof SVGTextElement) return textOf(mark, from);
  if (mark instanceof SVGLineElement) return lineOf(mark, from);
  return [mark.localName, placeOf(mark.getBoundingClientRect(), from), turnOf(mark), pathOf(mark)].filter(Boolean).join(' ');
}

function lineOf(line: SVGLineElement, from: Edges): string {
  const at = ([[line.x1, line.y1], [line.x2, line.y2]] as const).map(([x, y]) => new DOMPoint(x.baseVal.value, y.baseVal.value).matrixTransform(line.getScreenCTM()!));
  return ['line', ...at.flatMap(({ x, y }) => [tenths(x - from.left), tenths(y - from.top)])].join(' ');
}

/** Words by the point they are set at. */
function textOf(text: SVGTextElement, from: Edges): string {
  const [x, y, dx, dy] = [text.x, text.y, text.dx, text.dy].map(({ baseVal }) => (baseVal.numberOfItems > 0 ? baseVal.getItem(0).value : 0)) as [number, number, number, number];
  const matrix = text.getScreenCTM()!;
  const at = new DOMPoint(x + dx, y + dy).matrixTransform(matrix);
  const stretched = matrix.a === 1 && matrix.d === 1 ? '' : `stretched ${tenths(100 * matrix.a)}% ${tenths(100 * matrix.d)}%`;
  return ['text', tenths(at.x - from.left), tenths(at.y - from.top), stretched, turnOf(text)].filter(Boolean).join(' ') + ownWords(text);
}

/** What a box around a mark does not tell: that it does not stand upright. */
function turnOf(mark: SVGGraphicsElement): string {
  const { a, b, c, d } = mark.getScreenCTM()!;
  return b === 0 && c === 0 ? '' : `turned ${[a, b, c, d].map((each) => tenths(100 * each)).join(' ')}`;
}

/** What a box does not tell either: its corners, and the way within it. */
function pathOf(mark: Element): string {
  const { rx } = getComputedStyle(mark);
  if (mark.localName === 'rect') return rx === 'auto' ? '' : `round ${rx}`;
  return (mark.getAttribute('d') ?? mark.getAttribute('points') ?? '').replace(/-?\d+\.\d+/g, (digits) => tenths(Number(digits)));
}

function placeOf({ left, top, right, bottom }: Edges, from: Edges): string {
  return `${tenths(left - from.left)} ${tenths(top - from.top)} ${tenths(right - left)}×${tenths(bottom - top)}`;
}

/** What the elements from the page down to this one do to all in it. */
function around(each: Element, known: Map<Element, Around>): Around {
  const had = known.get(each);
  if (had) return had;
  const page = { left: -scrollX, top: -scrollY, right: Infinity, bottom: Infinity };
  const outer = each.parentElement ? around(each.parentElement, known) : { opacity: 1, altered: '', ground: '', cut: page };
  const style = getComputedStyle(each);
  const { opacity, backgroundColor, backgroundImage } = style;
  const ground = [hex(backgroundColor), backgroundImage].filter((paint) => paint !== 'none' && paint !== '#000000 0%').join(' ');
  const here = { opacity: outer.opacity * Number(opacity), altered: [outer.altered, ...alteredBy(style)].filter(Boolean).join(' '), ground: ground || outer.ground, cut: cutBy(each, style, outer.cut) };
  known.set(each, here);
  return here;
}

/** What else than opacity changes how all in an element looks. Where it moves, places tell. */
function alteredBy({ filter, clipPath, maskImage, mixBlendMode, forcedColorAdjust }: CSSStyleDeclaration): readonly string[] {
  return [filter, clipPath, maskImage, mixBlendMode === 'normal' ? 'none' : mixBlendMode, forcedColorAdjust === 'auto' ? 'none' : forcedColorAdjust].filter((value) => value !== 'none');
}

function cutBy(each: Element, { overflowX, overflowY }: CSSStyleDeclaration, outer: Edges): Edges {
  if (each.matches('html, body') || (overflowX === 'visible' && overflowY === 'visible') || !each.matches('svg, :not(svg *)')) return outer;
  return meet(outer, each instanceof SVGSVGElement && each.ownerSVGElement ? viewportOf(each) : each.getBoundingClientRect());
}

/** Where a drawing within a drawing ends. */
function viewportOf({ parentElement, x, y, width, height }: SVGSVGElement): Edges {
  const matrix = (parentElement as unknown as SVGGraphicsElement).getScreenCTM()!;
  const [left, top] = [x.baseVal.value, y.baseVal.value];
  const corners = [[left, top], [left + width.baseVal.value, top + height.baseVal.value]].map(([at, down]) => new DOMPoint(at, down).matrixTransform(matrix));
  const [across, down] = [corners.map((corner) => corner.x), corners.map((corner) => corner.y)];
  return { left: Math.min(...across), top: Math.min(...down), right: Math.max(...across), bottom: Math.max(...down) };
}

function meet(one: Edges, other: Edges): Edges {
  const [left, top] = [Math.max(one.left, other.left), Math.max(one.top, other.top)];
  return { left, top, right: Math.max(left, Math.min(one.right, other.right)), bottom: Math.max(top, Math.min(one.bottom, other.bottom)) };
}

function paintOf(mark: Element, { known }: Look): string {
  const style = getComputedStyle(mark);
  if (mark.localName === 'svg') return `on ${around(mark, known).ground}`;
  const outer = around(mark.parentElement!, known);
  const [opacity, altered] = [outer.opacity * Number(style.opacity), [outer.altered, ...alteredBy(style)]];
  const fill = mark.localName === 'line' ? '' : inkOf(style.fill, style.fillOpacity);
  const words = mark.matches('text, tspan') ? [fontOf(mark), style.textAnchor === 'start' ? '' : style.textAnchor] : [];
  const arrows = [style.markerStart, style.markerMid, style.markerEnd].filter((arrow) => arrow !== 'none').map((arrow) => `ends in ${hex(arrow)}`);
  return [fill, outlineOf(style), ...words, ...arrows, opacity === 1 ? '' : `shown ${tenths(100 * opacity)}%`, ...altered].filter(Boolean).join(', ') || 'unpainted';
}

function inkOf(paint: string, opacity: string): string {
  return paint === 'none' ? '' : hex(paint) + (opacity === '1' ? '' : ` ${tenths(100 * Number(opacity))}%`);
}

function outlineOf({ stroke, strokeOpacity, strokeWidth, strokeDasharray, strokeDashoffset, strokeLinecap, strokeLinejoin, paintOrder, vectorEffect }: CSSStyleDeclaration): string {
  const usual = ['none', '0px', 'butt', 'miter', 'normal', '1px'];
  if (stroke === 'none') return '';
  const manner = [strokeWidth, strokeDasharray, strokeDashoffset, strokeLinecap, strokeLinejoin, paintOrder, vectorEffect].filter((each, i) => !usual.includes(each) || (i === 0 && each === '0px'));
  return ['line', inkOf(stroke, strokeOpacity), ...manner.map((each) => each.replaceAll('px', '').replaceAll(', ', ','))].join(' ');
}

/** Which face is asked for first, not which one a machine has. */
function fontOf(each: Element): string {
  const { fontFamily, fontSize, fontWeight, fontStyle, letterSpacing, wordSpacing, textDecorationLine, textTransform, direction, writingMode, dominantBaseline, textIndent } = getComputedStyle(each);
  const usual = ['400', 'normal', '0px', 'none', 'ltr', 'horizontal-tb', 'auto'];
  const manner = [fontWeight, fontStyle, letterSpacing, wordSpacing, textDecorationLine, textTransform, direction, writingMode, dominantBaseline, textIndent];
  return [fontSize, fontFamily.split(',')[0]!.replaceAll('"', ''), ...manner.filter((each) => !usual.includes(each))].join(' ');
}

function bordersOf(block: Element): readonly string[] {
  const style = getComputedStyle(block);
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => [side, ...['width', 'style', 'color'].map((what) => style.getPropertyValue(`border-${side}-${what}`))] as [string, string, string, string]);
  return sides.filter(([, width]) => width !== '0px').map(([side, width, kind, colour]) => `${side} ${width} ${kind} ${hex(colour)}`);
}

/** A paint of the page, `rgb(1, 2, 3)`, shorter: `#010203`. */
function hex(colour: string): string {
  const channels = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (!channels) return colour.replace(/\d+\.\d+/g, (digits) => Number(digits).toFixed(3)).replaceAll('"', '');
  const [red, green, blue] = channels.slice(1, 4).map((each) => Number(each).toString(16).padStart(2, '0'));
  return `#${red}${green}${blue}${channels[4] === undefined ? '' : ` ${tenths(100 * Number(channels[4]))}%`}`;
}

function tenths(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** What is painted not in a colour but with something drawn elsewhere on the page: a line for each part of that. */
function serversOf(seen: readonly Seen[], look: Look): readonly Seen[] {
  const names = new Set(seen.flatMap(({ paint }) => [...paint.matchAll(/url\(#([\w-]+)\)/g)].map(([, name]) => name!)));
  return [...names].sort().flatMap((name) => serverOf(name, look));
}

function serverOf(name: string, look: Look): readonly Seen[] {
  const server = document.getElementById(name);
  if (server === null) return [{ shape: `#${name}`, paint: 'there is none' }];
  const attributes = [...server.attributes].filter((each) => each.name !== 'id').map((each) => ` ${each.name}=${each.value}`).join('');
  const parts = [...server.querySelectorAll<SVGGraphicsElement>('*')].map((part) => {
    const { x, y, width, height } = part.getBBox();
    return isShown(part) ? { shape: [`#${name} ${part.localName}`, ...[x, y, width, height].map(tenths), pathOf(part)].join(' ').trim(), paint: paintOf(part, look) + ` ${getComputedStyle(part).transform}` } : { shape: `#${name} ${part.localName}`, paint: 'not shown' };
  });
  return [{ shape: `#${name} ${server.localName}${attributes}`, paint: getComputedStyle(server).transform }, ...parts];
}
