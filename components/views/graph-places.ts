import type { GraphNode } from '../../src/demos/scene-graph.ts';
import type { Point } from './graph-touch.ts';

export const radius = 19;
/** Half the side of a register's box. */
export const registerHalf = 15;
const halfLetter = 3;

export interface Ends { readonly from: GraphNode; readonly to: GraphNode }

/** From rim to rim, bent a little, so that a pointer and one back do not lie on each other; from an object to itself, a loop above it. */
export function edgePath({ from, to }: Ends): string {
  if (from === to) return `M${from.x - 9} ${from.y - radius - 1} C${from.x - 30} ${from.y - 52} ${from.x + 30} ${from.y - 52} ${from.x + 9} ${from.y - radius - 2}`;
  const bend = bendOf({ from, to });
  const [start, end] = [towards(from, bend), towards(to, bend)];
  return `M${start.x.toFixed(1)} ${start.y.toFixed(1)} Q${bend.x.toFixed(1)} ${bend.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`;
}

/** Beside the bend, further away the longer the label. */
export function labelPlace(ends: Ends, label: string): Point {
  const [bend, aside] = [bendOf(ends), asideOf(ends)];
  const room = 4 + Math.abs(aside.x) * label.length * halfLetter;
  return { x: bend.x + aside.x * room, y: bend.y + aside.y * room };
}

function bendOf({ from, to }: Ends): Point {
  const aside = asideOf({ from, to });
  const bend = Math.min(14, Math.hypot(to.x - from.x, to.y - from.y) / 7);
  return { x: (from.x + to.x) / 2 + aside.x * bend, y: (from.y + to.y) / 2 + aside.y * bend };
}

function asideOf({ from, to }: Ends): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return { x: -dy / length, y: dx / length };
}

/** The point of a node's rim that faces another point. */
function towards({ x, y, paint }: GraphNode, at: Point): Point {
  const reach = paint === 'register' ? registerHalf + 2 : radius + 3;
  const length = Math.hypot(at.x - x, at.y - y) || 1;
  return { x: x + ((at.x - x) / length) * reach, y: y + ((at.y - y) / length) * reach };
}
