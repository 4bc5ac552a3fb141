import type { GraphEdge, GraphFrame, GraphNode } from '../../src/demos/scene-graph.ts';
import type { PropsOf } from '../player/view.ts';
import { edgePath, labelPlace, radius, registerHalf, type Ends } from './graph-places.ts';
import { useTouch, type Touch } from './graph-touch.ts';
import { stay } from './stay.ts';

const width = 360;

/**
 * Objects and the pointers between them. Colors are those of a tri-colour collector: hollow, hatched, solid; or live and garbage,
 * as in the drawings of heaps. What was swept is a dashed ghost. Where a reader may draw, nodes and pointers are buttons.
 */
export function Graph({ drawing, title, describedBy, onDraw }: PropsOf<'graph'>) {
  const marks = drawing.keys.value.map((key) => drawing.mark(key).value);
  const nodes = new Map(marks.flatMap((mark) => (mark.part === 'node' ? [[mark.key, mark] as const] : [])));
  const { height, stack, note, adds } = drawing.frame.value;
  const touch = useTouch(nodes, onDraw ?? (() => undefined));
  const from = touch.reach && nodes.get(touch.from!);
  return (
    <svg class="view graph" role={onDraw ? 'group' : 'img'} aria-label={title} aria-describedby={describedBy} viewBox={`0 0 ${width} ${height}`} width="100%"
      onPointerMove={touch.move} onPointerUp={touch.up} onPointerCancel={touch.cancel} onKeyDown={touch.key}>
      <defs>
        <marker id="graph-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse"><path d="M0 1 L7 4 L0 7" class="tip" /></marker>
      </defs>
      {stack && <rect class="stack" x={stack.x} y={stack.y} width={stack.width} height={stack.height} />}
      {stack && <text class="rule" x={stack.x} y={stack.y + stack.height + 14}>{stack.label}</text>}
      <text class="verdict" x={width} y={height - 6} text-anchor="end">{note}</text>
      {marks.map((mark) => (mark.part === 'edge' ? <Edge key={mark.key} edge={mark} from={nodes.get(mark.from)!} to={nodes.get(mark.to)!} onDraw={onDraw} /> : null))}
      {from && touch.reach && <line style="stroke: var(--accent); pointer-events: none" x1={from.x} y1={from.y} x2={touch.reach.x} y2={touch.reach.y} />}
      {marks.map((mark) => (mark.part === 'node' ? <Node key={mark.key} node={mark} touch={onDraw && mark.touch ? touch : undefined} /> : null))}
      {onDraw && <Adds adds={adds ?? []} onDraw={onDraw} />}
    </svg>
  );
}

interface NodeProps { readonly node: GraphNode; readonly touch: Touch | undefined }

function Node({ node, touch }: NodeProps) {
  const { key, x, y, label, note, paint, now, badge } = node;
  const chosen = touch?.chosen === key;
  const asButton = touch && { 'role': 'button', 'tabindex': 0, 'data-touch': '', 'aria-pressed': chosen, 'aria-label': [label, badge, note].filter(Boolean).join(', '), 'onTouchStart': stay, 'onPointerDown': () => touch.down(node), 'style': 'cursor: pointer; user-select: none' } as const;
  return (
    <g class={`node p-${paint}${now ? ' now' : ''}${chosen ? ' chosen' : ''}`} data-key={key} data-paint={paint} {...asButton}>
      {paint === 'register' ? <rect x={x - registerHalf} y={y - registerHalf} width={2 * registerHalf} height={2 * registerHalf} /> : <circle cx={x} cy={y} r={radius} />}
      {paint === 'grey' && <path class="hatch" d={hatch(x, y)} />}
      <text class="inside" x={x} y={y + 5} text-anchor="middle">{label}</text>
      {badge !== undefined && <Badge x={x - 17} y={y - 15} text={badge} />}
      {note !== '' && <text class="rule" x={x} y={y + radius + 13} text-anchor="middle">{note}</text>}
    </g>
  );
}

function Badge({ x, y, text }: { readonly x: number; readonly y: number; readonly text: string }) {
  return <g class="badge"><circle cx={x} cy={y} r="10" style="fill: var(--paper); stroke: var(--ink-2); stroke-width: 1; stroke-dasharray: none" /><text x={x} y={y + 4} text-anchor="middle" style="fill: var(--ink); font-size: 12px">{text}</text></g>;
}

/** Three slanted lines across a circle. */
function hatch(x: number, y: number): string {
  return [-12, 0, 12].map((shift) => {
    const reach = Math.sqrt(radius * radius - (shift * shift) / 2) * 0.7;
    return `M${x + shift / 2 - reach} ${y + shift / 2 + reach} L${x + shift / 2 + reach} ${y + shift / 2 - reach}`;
  }).join(' ');
}

interface EdgeProps extends Ends { readonly edge: GraphEdge; readonly onDraw: ((line: string) => void) | undefined }

function Edge({ edge: { key, label, dangling, now, cut }, from, to, onDraw }: EdgeProps) {
  const path = edgePath({ from, to });
  const beside = labelPlace({ from, to }, label);
  return (
    <g class={`edge${dangling ? ' dangling' : ''}${now ? ' now' : ''}`} data-key={key} data-dangling={dangling || undefined}>
      <path d={path} marker-end="url(#graph-tip)" />
      {label !== '' && <text class="rule" x={beside.x.toFixed(1)} y={(beside.y + 4).toFixed(1)} text-anchor="middle">{label}</text>}
      {onDraw && cut !== undefined && <path d={path} role="button" tabindex={0} aria-label={cut} data-line={cut} onClick={() => onDraw(cut)} style="stroke: transparent; stroke-width: 18; cursor: pointer" />}
    </g>
  );
}

/** Words to touch, in the upper right. */
function Adds({ adds, onDraw }: { readonly adds: NonNullable<GraphFrame['adds']>; readonly onDraw: (line: string) => void }) {
  return (
    <>
      {adds.map(({ line, label }, i) => (
        <g key={label} style="cursor: pointer" role="button" tabindex={0} aria-label={label} data-line={line} onClick={() => onDraw(line)}>
          <rect x={width - 84} y={2 + 30 * i} width={84} height={26} style="fill: transparent" />
          <text x={width - 4} y={20 + 30 * i} text-anchor="end" style="fill: var(--ink); font-size: 12px; text-decoration: underline">{label}</text>
        </g>
      ))}
    </>
  );
}
