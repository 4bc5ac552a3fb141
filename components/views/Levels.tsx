import type { LevelCell, LevelFrame } from '../../src/demos/scene.ts';
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
 * One thing at several magnifications, the finest on top: each level a strip of cells in address order.
 * The cell in focus opens, between two lines, into the level above it.
 */
export function Levels({ drawing, title, describedBy, onPick }: PropsOf<'levels'>) {
  const cells = drawing.keys.value.map((key) => drawing.mark(key).value);
  const floors = stack(drawing.frame.value.levels, cells);
  const last = floors.at(-1);
  return (
    <svg class="view levels" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={last ? bottomOf(last) + 4 : 0}>
      {floors.map((floor, i) => <LevelFloor key={i} floor={floor} finer={floors[i - 1]} onPick={onPick} />)}
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

interface FloorProps { readonly floor: Floor; readonly finer: Floor | undefined; readonly onPick: PropsOf<'levels'>['onPick'] }

function LevelFloor({ floor, finer, onPick }: FloorProps) {
  const { name, place, note, top, reached, now, cells, height } = floor;
  const focus = cells.filter((cell) => cell.focus);
  return (
    <g class={`level${reached ? '' : ' unreached'}${now ? ' now' : ''}`} data-level={name}>
      {finer && focus.length > 0 && <Lens from={focus} floor={floor} to={bottomOf(finer)} />}
      <text class="name" x="0" y={top + 14}>{name}</text>
      <text class="rule place" x="100%" y={top + 14} text-anchor="end">{place}</text>
      <text class="figures" x="0" y={top + 31}>{note}</text>
      {cells.length === 0 && <line class="track" x1="0" x2="100%" y1={top + head + height / 2} y2={top + head + height / 2} />}
      {cells.map((cell) => <Cell key={cell.key} cell={cell} y={top + head + cell.row * height} height={height} onPick={onPick} />)}
    </g>
  );
}

/** Two lines from the edges of what is in focus to the edges of the level above. */
function Lens({ from, floor, to }: { readonly from: readonly (LevelCell & Place)[]; readonly floor: Floor; readonly to: number }) {
  const [first, last] = [from[0]!, from.findLast(({ row }) => row === from[0]!.row)!];
  const y = floor.top + head + first.row * floor.height;
  return (
    <g class="lens">
      <line x1={percent(first.x)} x2="0" y1={y} y2={to + 3} />
      <line x1={percent(last.x + last.width)} x2="100%" y1={y} y2={to + 3} />
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
      {label !== '' && <svg class="clip" x={percent(cell.x)} y={y} width={width} height={height}><text class="inside" x="50%" y={height / 2 + 3} text-anchor="middle">{label}</text></svg>}
      {name !== '' && <title>{name}</title>}
    </g>
  );
}
