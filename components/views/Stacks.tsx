import type { FrameMark, StackArrow, StackColumn, StackLine, StackPlace, StacksFrame } from '../../src/demos/scene-stacks.ts';
import type { PropsOf } from '../player/view.ts';
import { History, historyHeight } from './StackHistory.tsx';
import { classOf } from './legend.ts';
import { percent } from './strip-places.ts';

/** Pixels: the head of a column, its greatest height, what stands beneath it, and a text that a frame has room for. */
const head = 52;
const tall = 264;
const foot = 22;
const fitsText = 13;

/** The longest label that stands beside a line; a longer one stands on it. */
const short = 8;

/** Of a column's place, the share its bar takes: pointers run to its right. */
const barShare = 0.62;

type Drawing = PropsOf<'stacks'>['drawing'];

/** Stacks side by side, all to one scale, each hanging from its upper end; and pointers into them. */
export function Stacks({ drawing, title, describedBy, onPick }: PropsOf<'stacks'>) {
  const frame = drawing.frame.value;
  const height = head + tall + foot + (frame.history.length > 0 ? historyHeight : 0);
  return (
    <svg class="view stacks" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={height}>
      {frame.columns.map((column) => <Column key={column.key} column={column} frame={frame} drawing={drawing} onPick={onPick} />)}
      {frame.arrows.map((arrow) => <Arrow key={arrow.key} arrow={arrow} frame={frame} />)}
      {frame.history.length > 0 && <svg y={head + tall + foot} overflow="visible"><History sizes={frame.history} name={frame.historyName} /></svg>}
    </svg>
  );
}

const leftOf = (place: number, { places }: StacksFrame): number => place / places;
const widthOf = ({ places }: StacksFrame): number => barShare / places;
const topOf = (bytes: number, { most }: StacksFrame): number => head + (bytes / most) * tall;

interface ColumnProps { readonly column: StackColumn; readonly frame: StacksFrame; readonly drawing: Drawing; readonly onPick: PropsOf<'stacks'>['onPick'] }

function Column({ column: { key, place, name, note, size, hi, lo, state, lines }, frame, drawing, onPick }: ColumnProps) {
  const bottom = topOf(size, frame);
  const marks = drawing.keys.value.map((each) => drawing.mark(each)).filter((mark) => mark.value.stack === key);
  return (
    <svg class={`column ${state}`} data-stack={key} x={percent(leftOf(place, frame))} width={percent(1 / frame.places)} overflow="visible">
      <text class="name" x="0" y="13">{name}</text>
      <text class="rule" x="0" y="29">{note}</text>
      <text class="address" x="0" y={head - 5}>{hi}</text>
      {marks.map((mark) => <Frame key={mark.value.key} mark={mark.value} frame={frame} onPick={onPick} />)}
      <rect class="stack-box" x="0.5" y={head} width={percent(barShare)} height={bottom - head} />
      {lines.map((line) => <Line key={line.label} line={line} frame={frame} />)}
      <text class="address" x="0" y={bottom + 14}>{lo}</text>
    </svg>
  );
}

function Frame({ mark, frame, onPick }: { readonly mark: FrameMark; readonly frame: StacksFrame; readonly onPick: PropsOf<'stacks'>['onPick'] }) {
  const { key, at, from, size, meaning, label, title, now } = mark;
  const [y, height] = [topOf(from, frame), (size / frame.most) * tall];
  return (
    <g data-key={key} data-meaning={meaning} data-now={now || undefined} onClick={at && (() => onPick(at))}>
      <title>{title}</title>
      <rect class={`cell ${classOf(meaning)}${now ? ' now' : ''}`} x="0.5" y={y + 0.5} width={percent(barShare)} height={Math.max(0.5, height - 1)} />
      {height >= fitsText && label !== '' && <svg class="clip" x="0" y={y} width={percent(barShare)} height={height}><text class={`label on-${meaning}`} x="5" y={height / 2 + 4}>{label}</text></svg>}
    </g>
  );
}

function Line({ line: { at, label, crossed }, frame }: { readonly line: StackLine; readonly frame: StacksFrame }) {
  const y = topOf(at, frame);
  return (
    <g class={`stack-line${crossed ? ' crossed' : ''}`} data-line={label}>
      <line x1="-4" x2={percent(barShare + 0.03)} y1={y} y2={y} />
      {label.length > short
        ? <text class="line-label" x="100%" y={y - 6} text-anchor="end">{label}</text>
        : <svg x={percent(barShare + 0.04)} y={y} overflow="visible"><text class="line-label" y="4">{label}</text></svg>}
    </g>
  );
}

/** A pointer bends beside its own stack, or crosses to the other one. */
function Arrow({ arrow: { key, from, to, now }, frame }: { readonly arrow: StackArrow; readonly frame: StacksFrame }) {
  const place = ({ stack }: StackPlace): number => frame.columns.find((column) => column.key === stack)!.place;
  const right = (at: StackPlace): string => percent(leftOf(place(at), frame) + widthOf(frame));
  const end = topOf(to.at, frame);
  const kind = `stack-arrow${now ? ' now' : ''}`;
  if (typeof from === 'string') return <Named name={from} x={right(to)} y={end} kind={kind} id={key} />;
  const start = topOf(from.at, frame);
  if (from.stack === to.stack) return <Bend x={right(to)} start={start} end={end} kind={kind} id={key} />;
  const across = place(from) > place(to) ? [percent(leftOf(place(from), frame)), right(to)] : [right(from), percent(leftOf(place(to), frame))];
  return <g class={`${kind} stale`} data-arrow={key}><line x1={across[0]} y1={start} x2={across[1]} y2={end} /><svg x={across[1]} y={end} overflow="visible"><circle r="3" /></svg></g>;
}

interface BesideProps { readonly x: string; readonly kind: string; readonly id: string }

function Bend({ x, start, end, kind, id }: BesideProps & { readonly start: number; readonly end: number }) {
  const out = Math.min(26, 8 + Math.abs(end - start) / 3);
  return (
    <svg class={kind} data-arrow={id} x={x} overflow="visible">
      <path d={`M1,${start} C${out},${start} ${out},${end} 5,${end}`} />
      <path class="tip" d={`M1,${end} l7,-3.5 v7 z`} />
    </svg>
  );
}

/** What points in from outside stands beside the place it points to. */
function Named({ name, x, y, kind, id }: BesideProps & { readonly name: string; readonly y: number }) {
  return (
    <svg class={kind} data-arrow={id} x={x} overflow="visible">
      <path d={`M5,${y} H16`} />
      <path class="tip" d={`M1,${y} l7,-3.5 v7 z`} />
      <text class="line-label" x="19" y={y + 4}>{name}</text>
    </svg>
  );
}
