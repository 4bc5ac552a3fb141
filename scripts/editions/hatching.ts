import type { Page } from '@playwright/test';

/** A rectangle of a drawing, in its own units. */
interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

/** A pattern of `Patterns.astro`, by its attributes. */
export interface Pattern {
  /** Width and height of what is repeated. */
  readonly tile: number;
  /** Degrees, clockwise, about the origin. */
  readonly turned: number;
  /** What is repeated: a line straight across the tile, or a dot, as SVG's attributes have it. */
  readonly piece: Readonly<Record<string, string>>;
}

/** What a pattern draws, counted as it is turned. */
interface Drawn { readonly d: string; readonly style: string; readonly turned: number }

/** The place of a mark among all marks of the page. */
interface Numbered { readonly mark: number }

type Range = readonly [from: number, to: number];

/**
 * What a pattern fills becomes lines and dots, cut to the mark. Chromium prints a pattern as a picture as large as the whole
 * figure and as coarse as a screen, one for each mark: half of the file. The page is to be laid out as on paper.
 */
export async function hatchMarks(page: Page): Promise<void> {
  const filled = await page.evaluate(findFilled);
  await page.evaluate(drawIn, filled.map(({ mark, box, pattern }) => ({ mark, ...drawnOver(box, pattern) })));
}

/** Runs in the page. */
function findFilled(): readonly (Numbered & { readonly box: Box; readonly pattern: Pattern })[] {
  return [...document.querySelectorAll<SVGGraphicsElement>('svg :is(rect, circle, path)')].flatMap((each, mark) => {
    const pattern = document.getElementById(/^url\("#([^"]+)"\)/.exec(getComputedStyle(each).fill)?.[1] ?? '');
    const piece = pattern?.firstElementChild;
    if (!pattern || !piece || each.getClientRects().length === 0) return [];
    const turned = Number(/^rotate\((\d+)\)$/.exec(pattern.getAttribute('patternTransform') ?? 'rotate(0)')?.[1]);
    if (pattern.childElementCount > 1 || !['line', 'circle'].includes(piece.tagName) || Number.isNaN(turned)) throw new Error(`The pattern #${pattern.id} is more than one line or dot, turned or not: scripts/editions/hatching.ts cannot draw it`);
    const { x, y, width, height } = each.getBBox();
    return [{ mark, box: { x, y, width, height }, pattern: { tile: Number(pattern.getAttribute('width')), turned, piece: Object.fromEntries([...piece.attributes].map(({ name, value }) => [name, value])) } }];
  });
}

/** Runs in the page. The mark's own shape cuts what is drawn, wherever it comes to lie on paper. */
function drawIn(all: readonly (Numbered & Drawn)[]): void {
  const make = (name: string, attributes: Readonly<Record<string, string>>, ...inside: readonly Node[]): Element => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
    element.append(...inside);
    return element;
  };
  const marks = [...document.querySelectorAll<SVGGraphicsElement>('svg :is(rect, circle, path)')];
  for (const { mark, d, style, turned } of all) {
    const [each, id] = [marks[mark]!, `cut-${mark}`];
    each.before(make('g', { 'clip-path': `url(#${id})` }, make('clipPath', { id }, each.cloneNode()), make('path', { d, style, transform: `rotate(${turned})` })));
    each.style.fill = 'none';
  }
}

/**
 * All lines or dots that a pattern has over a box. A line is an area: some viewers shift strokes to whole pixels, and they stand
 * unevenly. A dot is the round end of a stroke. As style their colour goes before the rules for marks.
 */
export function drawnOver(box: Box, { tile, turned, piece }: Pattern): Drawn {
  const [x, y] = reach(box, (-turned * Math.PI) / 180);
  const at = (name: string): number => Number(piece[name] ?? 0);
  const wide = Number(piece['stroke-width'] ?? 1);
  if (piece['r'] !== undefined) return { turned, d: dots(every(tile, at('cx'), x), every(tile, at('cy'), y)), style: `fill: none; stroke: ${piece['stroke']}; stroke-width: ${2 * at('r') + wide}; stroke-linecap: round` };
  const upright = at('x1') === at('x2');
  const d = upright ? every(tile, at('x1') - wide / 2, x).map((left) => `M${left} ${y[0]}h${wide}V${y[1]}h${-wide}z`) : every(tile, at('y1') - wide / 2, y).map((top) => `M${x[0]} ${top}v${wide}H${x[1]}v${-wide}z`);
  return { turned, d: d.join(''), style: `fill: ${piece['stroke']}; stroke: none` };
}

const dots = (across: readonly number[], down: readonly number[]): string => down.flatMap((y) => across.map((x) => `M${x} ${y}h.01`)).join('');

/** How far a box reaches across and down when it is turned about the origin; a little more, as layout on paper may differ. */
function reach({ x, y, width, height }: Box, radians: number): readonly [Range, Range] {
  const corners = [[x, y], [x + width, y], [x, y + height], [x + width, y + height]] as const;
  const across = corners.map(([left, top]) => left * Math.cos(radians) - top * Math.sin(radians));
  const down = corners.map(([left, top]) => left * Math.sin(radians) + top * Math.cos(radians));
  return [rangeOf(across), rangeOf(down)];
}

const rangeOf = (all: readonly number[]): Range => [Math.floor(Math.min(...all)) - 1, Math.ceil(Math.max(...all)) + 1];

/** Where the tiles that touch a range have what is at `first` in the first of them. */
function every(tile: number, first: number, [from, to]: Range): readonly number[] {
  const [least, most] = [Math.floor(from / tile), Math.floor(to / tile)];
  return Array.from({ length: most - least + 1 }, (_, i) => Math.round((first + (least + i) * tile) * 100) / 100);
}
