import type { MappingMark, RulerFrame } from '../../src/demos/scene.ts';
import type { PropsOf } from '../player/view.ts';
import { classOf } from './legend.ts';

const row = 34;
const head = 74;
const bandHead = 24;
/** KiB at the ruler's two ends: one page and one GiB. */
const shortest = 4;
const longest = 2 ** 20;

/** Share of the ruler that `kib` takes, on a scale of doublings. */
const along = (kib: number): number => Math.min(1, Math.max(0, (Math.log2(kib / shortest) + 1) / (Math.log2(longest / shortest) + 1)));

/** Address spaces side by side, lowest address on top: each mapping a bar on one ruler of sizes, filled as far as it is resident. */
export function Ruler({ drawing, title, describedBy, onPick }: PropsOf<'ruler'>) {
  const marks = drawing.keys.value.map((key) => drawing.mark(key).value);
  const frame = drawing.frame.value;
  const places = layOut(marks, frame);
  return (
    <svg class="view ruler" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={places.height}>
      {frame.columns.map((column, i) => <ColumnHead key={i} {...column} x={places.x(i)} width={places.width} height={places.height} />)}
      {frame.bands.map((band, i) => <text key={i} class="band" x="0" y={places.bandTops[i]! + 14}>{band}</text>)}
      {marks.map((mark) => <MappingBar key={mark.key} mark={mark} x={places.x(mark.column)} y={places.tops.get(mark.key)!} width={places.width} onPick={onPick} />)}
    </svg>
  );
}

interface Places { readonly height: number; readonly width: number; readonly bandTops: readonly number[]; readonly tops: ReadonlyMap<string, number>; x(column: number): number }

/** Bands run across all columns; within one, each column stacks its own mappings. x and width in percent. */
function layOut(marks: readonly MappingMark[], { columns, bands }: RulerFrame): Places {
  const tops = new Map<string, number>();
  const bandTops: number[] = [];
  let top = head;
  for (let band = 0; band < bands.length; band++) {
    bandTops.push(top);
    const filled = columns.map(() => 0);
    for (const mark of marks) if (mark.band === band) tops.set(mark.key, top + bandHead + row * filled[mark.column]!++);
    top += bandHead + row * Math.max(...filled) + 6;
  }
  const width = columns.length === 1 ? 100 : 100 / columns.length - 2;
  return { height: top, width, bandTops, tops, x: (column) => column * (100 / columns.length) + (column > 0 ? 1 : 0) };
}

const ticks: readonly (readonly [label: string, kib: number])[] = [['4K', 4], ['64K', 64], ['1M', 2 ** 10], ['16M', 2 ** 14], ['256M', 2 ** 18]];

/** Whose map it is, its totals, and the ruler that all its bars are laid on. */
function ColumnHead({ name, totals, x, width, height }: RulerFrame['columns'][number] & { readonly x: number; readonly width: number; readonly height: number }) {
  return (
    <g class="column-head">
      <text class="name" x={`${x}%`} y={14}>{name}</text>
      {totals.map((total, i) => <text key={i} class="rule" x={`${x}%`} y={31 + 15 * i}>{total}</text>)}
      {ticks.map(([label, kib]) => (
        <g key={label}>
          <line class="tick" x1={`${x + width * along(kib)}%`} x2={`${x + width * along(kib)}%`} y1={66} y2={height} />
          <text class="tick-label" x={`${x + width * along(kib)}%`} y={62} text-anchor="middle">{label}</text>
        </g>
      ))}
      <line class="track" x1={`${x}%`} x2={`${x + width}%`} y1={66} y2={66} />
    </g>
  );
}

interface BarProps { readonly mark: MappingMark; readonly x: number; readonly y: number; readonly width: number; readonly onPick: PropsOf<'ruler'>['onPick'] }

function MappingBar({ mark, x, y, width, onPick }: BarProps) {
  const { at, sizeKiB, residentKiB } = mark;
  return (
    <g class={`mapping${mark.now ? ' now' : ''}`} data-key={mark.key} onClick={at && (() => onPick(at))}>
      <rect class="touch" x={`${x}%`} width={`${width}%`} y={y - 2} height={row} />
      <svg class="clip" x={`${x}%`} y={y} width={`${width * 0.68}%`} height={16}><text class="name" x="0" y={12}>{mark.name}</text></svg>
      <text class="figures size" x={`${x + width}%`} y={y + 12} text-anchor="end">{mark.size}</text>
      <rect class={classOf(mark.meaning)} x={`${x}%`} width={`${width * along(sizeKiB)}%`} y={y + 18} height={8} />
      {residentKiB !== undefined && residentKiB > 0 && <rect class="m-resident" x={`${x}%`} width={`${width * along(residentKiB)}%`} y={y + 18} height={8} />}
      <title>{`${mark.address} ${mark.perms}`}</title>
    </g>
  );
}
