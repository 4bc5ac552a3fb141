import type { GridFrame, PageMark } from '../../src/demos/scene.ts';
import type { PropsOf } from '../player/view.ts';
import { classOf } from './legend.ts';

const cell = { height: 20, gap: 3 };
const counter = { height: 44 };

/** Pages as cells in address order, and beneath them the counters, each with the rule it follows. */
export function Pages({ drawing, title, describedBy, onPick }: PropsOf<'pages'>) {
  const keys = drawing.keys.value;
  const { columns, counters } = drawing.frame.value;
  const rows = Math.ceil(keys.length / columns);
  const below = rows * (cell.height + cell.gap) + 18;
  return (
    <svg class="view pages" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={below + counters.length * counter.height}>
      {keys.map((key, i) => <Cell key={key} mark={drawing.mark(key)} column={i % columns} columns={columns} row={Math.floor(i / columns)} onPick={onPick} />)}
      {counters.map((one, i) => <Counter key={one.name} {...one} top={below + i * counter.height} />)}
    </svg>
  );
}

interface CellProps {
  readonly mark: ReturnType<PropsOf<'pages'>['drawing']['mark']>;
  readonly column: number;
  readonly columns: number;
  readonly row: number;
  readonly onPick: PropsOf<'pages'>['onPick'];
}

function Cell({ mark, column, columns, row }: CellProps) {
  const { key, meaning, label, now }: PageMark = mark.value;
  const width = 100 / columns;
  return (
    <rect class={`cell ${classOf(meaning)}${now ? ' now' : ''}`} data-key={key} x={`${(column * width).toFixed(3)}%`} width={`${(width * 0.86).toFixed(3)}%`}
      y={row * (cell.height + cell.gap) + 1} height={cell.height}><title>{label}</title></rect>
  );
}

function Counter({ name, value, share, rule, meaning, top }: GridFrame['counters'][number] & { readonly top: number }) {
  return (
    <g class="counter" data-counter={name}>
      <text class="name" x="0" y={top + 14}>{name}</text>
      <text class="figures" x="100%" y={top + 14} text-anchor="end">{value}</text>
      <line class="track" x1="0" x2="100%" y1={top + 22} y2={top + 22} />
      <rect class={classOf(meaning)} x="0" width={`${(share * 100).toFixed(2)}%`} y={top + 19} height={6} />
      <text class="rule" x="0" y={top + 38}>{rule}</text>
    </g>
  );
}
