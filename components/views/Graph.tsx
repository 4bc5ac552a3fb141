import type { GraphEdge, GraphNode } from '../../src/demos/scene.ts';
import type { PropsOf } from '../player/view.ts';

const width = 360;
const radius = 19;
/** Half the side of a register's box, half the width of a letter. */
const half = 15;
const halfLetter = 3;

/** Objects and the pointers between them. Colors are those of a tri-colour collector: hollow, hatched, solid; what was swept is a dashed ghost. */
export function Graph({ drawing, title, describedBy }: PropsOf<'graph'>) {
  const marks = drawing.keys.value.map((key) => drawing.mark(key).value);
  const nodes = new Map(marks.flatMap((mark) => (mark.part === 'node' ? [[mark.key, mark] as const] : [])));
  const { height, stack, note } = drawing.frame.value;
  return (
    <svg class="view graph" role="img" aria-label={title} aria-describedby={describedBy} viewBox={`0 0 ${width} ${height}`} width="100%">
      <defs>
        <marker id="graph-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 1 L7 4 L0 7" class="tip" /></marker>
      </defs>
      <rect class="stack" x={stack.x} y={stack.y} width={stack.width} height={stack.height} />
      <text class="rule" x={stack.x} y={stack.y + stack.height + 14}>{stack.label}</text>
      <text class="verdict" x={width} y={height - 6} text-anchor="end">{note}</text>
      {marks.map((mark) => (mark.part === 'edge' ? <Edge key={mark.key} edge={mark} from={nodes.get(mark.from)!} to={nodes.get(mark.to)!} /> : null))}
      {marks.map((mark) => (mark.part === 'node' ? <Node key={mark.key} node={mark} /> : null))}
    </svg>
  );
}

function Node({ node }: { readonly node: GraphNode }) {
  const { key, x, y, label, note, paint, now } = node;
  return (
    <g class={`node p-${paint}${now ? ' now' : ''}`} data-key={key} data-paint={paint}>
      {paint === 'register' ? <rect x={x - half} y={y - half} width={2 * half} height={2 * half} /> : <circle cx={x} cy={y} r={radius} />}
      {paint === 'grey' && <path class="hatch" d={hatch(x, y)} />}
      <text class="inside" x={x} y={y + 5} text-anchor="middle">{label}</text>
      {note !== '' && <text class="rule" x={x} y={y + radius + 13} text-anchor="middle">{note}</text>}
    </g>
  );
}

/** Three slanted lines across a circle. */
function hatch(x: number, y: number): string {
  return [-12, 0, 12].map((shift) => {
    const reach = Math.sqrt(radius * radius - (shift * shift) / 2) * 0.7;
    return `M${x + shift / 2 - reach} ${y + shift / 2 + reach} L${x + shift / 2 + reach} ${y + shift / 2 - reach}`;
  }).join(' ');
}

interface EdgeProps { readonly edge: GraphEdge; readonly from: GraphNode; readonly to: GraphNode }

/** From rim to rim, bent a little, so that a pointer and one back do not lie on each other. */
function Edge({ edge, from, to }: EdgeProps) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const aside = { x: -dy / length, y: dx / length };
  const bend = { x: (from.x + to.x) / 2 + aside.x * 14, y: (from.y + to.y) / 2 + aside.y * 14 };
  const room = 4 + Math.abs(aside.x) * edge.label.length * halfLetter;
  const beside = { x: bend.x + aside.x * room, y: bend.y + aside.y * room };
  const start = towards(from, bend);
  const end = towards(to, bend);
  return (
    <g class={`edge${edge.dangling ? ' dangling' : ''}${edge.now ? ' now' : ''}`} data-key={edge.key} data-dangling={edge.dangling || undefined}>
      <path d={`M${start.x.toFixed(1)} ${start.y.toFixed(1)} Q${bend.x.toFixed(1)} ${bend.y.toFixed(1)} ${end.x.toFixed(1)} ${end.y.toFixed(1)}`} marker-end="url(#graph-tip)" />
      {edge.label !== '' && <text class="rule" x={beside.x.toFixed(1)} y={(beside.y + 4).toFixed(1)} text-anchor="middle">{edge.label}</text>}
    </g>
  );
}

/** The point of a node's rim that faces another point. */
function towards({ x, y, paint }: GraphNode, at: { readonly x: number; readonly y: number }): { readonly x: number; readonly y: number } {
  const reach = paint === 'register' ? half + 2 : radius + 3;
  const length = Math.hypot(at.x - x, at.y - y) || 1;
  return { x: x + ((at.x - x) / length) * reach, y: y + ((at.y - y) / length) * reach };
}
