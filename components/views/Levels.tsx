import type { LevelCell, LevelFrame } from '../../src/demos/scene-levels.ts';
import type { PropsOf } from '../player/view.ts';
import { classOf } from './legend.ts';

/** Pixels: a level's heading, and the gap in which the lines to the next level run. */
const head = 40;
const gap = 22;

/** Where a cell lies in its level: shares of the width, and the row. */
interface Place { readonly x: number; readonly width: number; readonly row: number }

interface Floor extends LevelFrame {
  readonly cells: readonly (LevelCell & Place)[];
  readonly top: number;
  readonly rows: number;
}

/**
 * One thing at several magnifications, the finest or the coarsest on top: each level a strip of cells in address order.
 * The cell in focus opens, between two lines, into the next finer level.
 */
export function Levels({ drawing, title, describedBy, onPick }: PropsOf<'levels'>) {
  const cells = drawing.keys.value.map((key) => drawing.mark(key).value);
  const { levels, top = 'finest' } = drawing.frame.value;
  const floors = stack(levels, cells);
  const last = floors.at(-1);
  return (
    <svg class="view levels" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={last ? bottomOf(last) + 4 : 0}>
      {floors.map((floor, i) => (
        <g key={i}>
          <Opening from={top === 'finest' ? floor : floors[i - 1]} into={top === 'finest' ? floors[i - 1] : floor} />
          <LevelFloor floor={floor} onPick={onPick} />
        </g>
      ))}
    </svg>
  );
}

/** Lays the levels one below the other. */
function stack(levels: readonly LevelFrame[], cells: readonly LevelCell[]): readonly Floor[] {
  let top = 0;
  return levels.map((level, i) => {
    const placed = placeCells(cells.filter((cell) => cell.level === i), level.columns);
    const floor = { ...level, cells: placed, top, rows: 1 + Math.max(0, ...placed.map(({ row }) => row)) };
    top = bottomOf(floor) + gap;
    return floor;
  });
}

/** Cells follow one another, each as wide as its weight, and wrap at the last column. */
function placeCells(cells: readonly LevelCell[], columns: number): readonly (LevelCell & Place)[] {
  let at = 0;
  return cells.map((cell) => {
    const place = { x: (at % columns) / columns, width: cell.weight / columns, row: Math.floor(at / columns) };
    at += cell.weight;
    return { ...cell, ...place };
  });
}

const bottomOf = ({ top, rows, height }: Floor): number => top + head + rows * height;

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`;

interface FloorProps { readonly floor: Floor; readonly onPick: PropsOf<'levels'>['onPick'] }

function LevelFloor({ floor, onPick }: FloorProps) {
  const { name, place, note, top, reached, now, cells, height } = floor;
  return (
    <g class={`level${reached ? '' : ' unreached'}${now ? ' now' : ''}`} data-level={name}>
      <text class="name" x="0" y={top + 14}>{name}</text>
      <text class="rule place" x="100%" y={top + 14} text-anchor="end">{place}</text>
      <text class="figures" x="0" y={top + 31}>{note}</text>
      {cells.length === 0 && <line class="track" x1="0" x2="100%" y1={top + head + height / 2} y2={top + head + height / 2} />}
      {cells.map((cell) => <Cell key={cell.key} cell={cell} y={top + head + cell.row * height} height={height} onPick={onPick} />)}
    </g>
  );
}

/** Two lines from the edges of what is in focus to the edges of the finer level, which lies above or below. */
function Opening({ from, into }: { readonly from: Floor | undefined; readonly into: Floor | undefined }) {
  const focus = from?.cells.filter((cell) => cell.focus) ?? [];
  if (!from || !into || into.cells.length === 0 || focus.length === 0) return null;
  const [first, last] = [focus[0]!, focus.findLast(({ row }) => row === focus[0]!.row)!];
  const down = into.top > from.top;
  const y = from.top + head + (first.row + (down ? 1 : 0)) * from.height - (down ? 2 : 0);
  const to = down ? into.top + head : bottomOf(into) + 3;
  return (
    <g class="lens">
      <line x1={percent(first.x)} x2="0" y1={y} y2={to} />
      <line x1={percent(last.x + last.width)} x2="100%" y1={y} y2={to} />
    </g>
  );
}

interface CellProps { readonly cell: LevelCell & Place; readonly y: number; readonly height: number; readonly onPick: PropsOf<'levels'>['onPick'] }

function Cell({ cell, y, height, onPick }: CellProps) {
  const { at, meaning, label, now, focus, name } = cell;
  const width = percent(cell.width * 0.999);
  return (
    <g data-key={cell.key} data-meaning={meaning} onClick={at && (() => onPick(at))}>
      <rect class={`cell ${classOf(meaning)}${now ? ' now' : ''}${focus ? ' focus' : ''}`} x={percent(cell.x)} width={width} y={y + 1} height={height - 3} />
      {label !== '' && <svg class="clip" x={percent(cell.x)} y={y} width={width} height={height}><Label lines={label.split('\n')} height={height} /></svg>}
      {cell.held && <rect class="held" x={percent(cell.x)} width={width} y={y + height - 2} height={2} />}
      {name !== '' && <title>{name}</title>}
    </g>
  );
}

/** Pixels from one line of a label to the next. */
const lineHeight = 13;

const Label = ({ lines, height }: { readonly lines: readonly string[]; readonly height: number }) => (
  <>{lines.map((line, i) => <text key={i} class="inside" x="50%" y={height / 2 + 3 + (i - (lines.length - 1) / 2) * lineHeight} text-anchor="middle">{line}</text>)}</>
);
