import { extentOf } from './svg/extent.ts';
import { footOf } from './svg/foot.ts';
import { standalone } from './svg/standalone.ts';
import { made } from './svg/text.ts';

/** What a file says of its drawing. */
export interface Said {
  readonly title: string;
  /** The page's legends, `li` after `li` of a mark and its word. */
  readonly legends: readonly Element[];
  /** What happens in it, in a sentence. */
  readonly sentence: string;
  /** What it shows at all, and what one may do with it: for who asks the file. */
  readonly more: readonly string[];
  /** Where it is from: a path with the base. */
  readonly path: string;
  /** The same, just as it stands. */
  readonly query?: string;
  /** Whose it is, in a word. */
  readonly licence?: string;
}

/** Pixels of paper around what is drawn. */
const edge = 16;
/** Pixels a foot has at least. */
const narrowest = 360;

/** A drawing of the page as a file that looks the same on its own, on the page's own paper, and says what it is. */
export function svgFile(drawing: SVGSVGElement, said: Said): string {
  const box = drawing.getBoundingClientRect();
  const { left, top, right, bottom } = extentOf(drawing);
  const width = Math.ceil(Math.max(right - left, narrowest));
  const page = addressOf(said.path);
  const foot = footOf({ ...said, source: [said.title, bookTitle(), page.host + decodeURI(page.pathname), said.licence].filter(Boolean).join(' · ') }, width);
  foot.drawn.setAttribute('transform', `translate(${edge} ${Math.ceil(bottom - top) + 2 * edge})`);
  const [wide, high] = [width + 2 * edge, Math.ceil(bottom - top) + foot.height + 3 * edge];
  const root = made('svg', { 'width': wide, 'height': high, 'viewBox': `0 0 ${wide} ${high}`, 'role': 'img', 'xml:lang': document.documentElement.lang },
    made('title', {}, said.title), made('desc', {}, descriptionOf(said, page)), paper(wide, high), placed(drawing, edge + box.left - left, edge + box.top - top), foot.drawn);
  return new XMLSerializer().serializeToString(root);
}

const bookTitle = (): string => document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')!.content;

/** Where a page of the book lies for everybody, also when it is read elsewhere. A page in a frame names no such place. */
const addressOf = (path: string): URL => new URL(path, document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ?? window.location.href);

const descriptionOf = ({ sentence, more, query }: Said, { href }: URL): string => [sentence, ...more, query === undefined ? href : `${href}?${query}`].join(' ').trim();

/** The drawing itself, its outer left upper corner at `x`, `y`. */
function placed(drawing: SVGSVGElement, x: number, y: number): SVGElement {
  const { paddingLeft, paddingTop, paddingRight, paddingBottom } = getComputedStyle(drawing);
  const { width, height } = drawing.getBoundingClientRect();
  const [left, top, right, bottom] = [paddingLeft, paddingTop, paddingRight, paddingBottom].map(parseFloat) as [number, number, number, number];
  const copy = standalone(drawing);
  const at = { x: x + left, y: y + top, width: width - left - right, height: height - top - bottom };
  for (const [name, value] of Object.entries(at)) copy.setAttribute(name, String(Math.round(100 * value) / 100));
  copy.setAttribute('overflow', 'visible');
  return copy;
}

const paper = (width: number, height: number): SVGRectElement => made('rect', { width, height, fill: getComputedStyle(document.body).backgroundColor });
