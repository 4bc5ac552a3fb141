import { isShown } from './standalone.ts';

/** Pixels of the window. */
export interface Extent { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

const painted = 'circle, ellipse, line, path, polygon, polyline, rect, text';
/** What is drawn only where something refers to it. */
const kept = 'defs, marker, pattern';

/** All that a drawing takes up on the page, also where it runs out of its own box. */
export function extentOf(drawing: SVGSVGElement): Extent {
  const marks = [...drawing.querySelectorAll(painted)].filter((mark) => mark.closest(kept) === null && !isCut(mark, drawing) && isSeen(mark, drawing));
  return [drawing, ...marks].map((each) => each.getBoundingClientRect()).filter(({ width, height }) => width > 0 || height > 0).reduce<Extent>(around, drawing.getBoundingClientRect());
}

const around = (a: Extent, b: Extent): Extent =>
  ({ left: Math.min(a.left, b.left), top: Math.min(a.top, b.top), right: Math.max(a.right, b.right), bottom: Math.max(a.bottom, b.bottom) });

/** Whether a box within the drawing ends what is in it: that lies in the drawing. */
function isCut(mark: Element, drawing: Element): boolean {
  for (let at = mark.parentElement; at && at !== drawing; at = at.parentElement) if (at.tagName === 'svg' && getComputedStyle(at).overflow === 'hidden') return true;
  return false;
}

/** Whether a mark, and all it stands in, is shown. */
function isSeen(mark: Element, drawing: Element): boolean {
  for (let at: Element | null = mark; at && at !== drawing; at = at.parentElement) if (!isShown(at)) return false;
  return true;
}
