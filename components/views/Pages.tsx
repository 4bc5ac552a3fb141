import type { GridFrame, PageMark } from '../../src/demos/scene.ts';
import type { PropsOf } from '../player/view.ts';
import { classOf } from './legend.ts';

/** A cell of that height in pixels, and the room below it. */
const cellOf = (height = 18): CellSize => ({ height, gap: height < 12 ? 4 : 8 });
interface CellSize { readonly height: number; readonly gap: number }
const counter = { height: 52 };

/** Pages as cells in address order, and beneath them the counters, each with the rule it follows. */
export function Pages({ drawing, title, describedBy, onPick }: PropsOf<'pages'>) {
  const keys = drawing.keys.value;
  const { columns, counters, cell: asked } = drawing.frame.value;
  const cell = cellOf(asked);
  const rows = Math.ceil(keys.length / columns);
  const below = rows * (cell.height + cell.gap) + 18;
  return (
    <svg class="view pages" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={below + counters.length * counter.height}>
      {keys.map((key, i) => <Cell key={key} mark={drawing.mark(key)} column={i % columns} columns={columns} row={Math.floor(i / columns)} cell={cell} onPick={onPick} />)}
      {counters.map((one, i) => <Counter key={one.name} {...one} top={below + i * counter.height} />)}
    </svg>
  );
}

interface CellProps {
  readonly mark: ReturnType<PropsOf<'pages'>['drawing']['mark']>;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly cell: CellSize;
  readonly onPick: PropsOf<'pages'>['onPick'];
}

function Cell({ mark, column, columns, row, cell }: CellProps) {
  const { key, meaning, held, label, now }: PageMark = mark.value;
  const pitch = 100 / columns;
  const x = `${(column * pitch).toFixed(3)}%`;
  const width = `${(pitch * 0.84).toFixed(3)}%`;
  const y = row * (cell.height + cell.gap) + 2;
  return (
    <g data-key={key} data-meaning={meaning} data-held={held || undefined}>
      <title>{label}</title>
      <rect class={`cell ${classOf(meaning)}${now ? ' now' : ''}`} x={x} width={width} y={y} height={cell.height} />
      {held && <rect class="held" x={x} width={width} y={y + cell.height + 2} height={2} />}
    </g>
  );
}

function Counter({ name, value, share, rule, meaning, top }: GridFrame['counters'][number] & { readonly top: number }) {
  return (
    <g class="counter" data-counter={name}>
      <text class="name" x="0" y={top + 14}>{name}</text>
      <text class="figures" x="100%" y={top + 14} text-anchor="end">{value}</text>
      <line class="track" x1="0" x2="100%" y1={top + 24} y2={top + 24} />
      <rect class={classOf(meaning)} x="0" width={`${(share * 100).toFixed(2)}%`} y={top + 21} height={6} />
      <text class="rule" x="0" y={top + 42}>{rule}</text>
    </g>
  );
}
