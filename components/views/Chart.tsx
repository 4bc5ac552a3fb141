import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../src/i18n/quantity.ts';
import type { Axis, ChartFrame, SeriesMark } from '../../src/demos/scene.ts';
import type { PropsOf } from '../player/view.ts';
import { Grips } from './Grips.tsx';
import { linear, ticksOf } from './scale.ts';
import { spread } from './spread.ts';

/** Pixels. The plot is as wide as the page allows; names stand to its right, in the padding views.css leaves. */
const top = 30;
const plot = 280;
const bottom = top + plot;
export const chartHeight = bottom + 42;
/** The plot's own width, stretched over whatever it has. */
const width = 1000;
const lineHeight = 15;
const noteHeight = 19;
const bandHeight = 5;

type Point = SeriesMark['points'][number];
interface Scales { x(value: number): number; y(value: number): number }

function scalesOf({ x, y }: ChartFrame): Scales {
  const acrossOf = linear([0, x.most], [0, 1]);
  return { x: (value) => Math.min(Math.max(acrossOf(value), 0), 1), y: linear([0, y.most], [bottom, top]) };
}

/** Lines and areas over one axis, each named at its end; a cursor through all of them. While a reader drags at it, its axis stands still. */
export function Chart({ drawing, title, describedBy, onPick, dial }: PropsOf<'chart'>) {
  const [held, hold] = useState<number>();
  const marks = drawing.keys.value.map((key) => drawing.mark(key).value);
  const shown = drawing.frame.value;
  const frame = held === undefined ? shown : { ...shown, y: { ...shown.y, most: held } };
  const scales = scalesOf(frame);
  const pick = (event: PointerEvent): void => onPointer(event, frame, onPick);
  const grips = dial && frame.grips;
  return (
    <svg class="view chart" role={grips ? 'group' : 'img'} aria-label={title} aria-describedby={describedBy} width="100%" height={heightOf(frame)}>
      <Grid y={frame.y} scales={scales} />
      <svg class="plot" x="0" y="0" width="100%" height={bottom} viewBox={`0 0 ${width} ${bottom}`} preserveAspectRatio="none" style={held === undefined ? undefined : 'overflow: hidden'}>
        {marks.filter(({ shape }) => shape !== 'dots').sort(byWeight).map((mark) => <Series key={mark.key} mark={mark} scales={scales} />)}
      </svg>
      {marks.filter(({ shape }) => shape === 'dots').map((mark) => <Dots key={mark.key} mark={mark} scales={scales} />)}
      {frame.bands && <Bands {...frame.bands} scales={scales} />}
      <AxisLabels {...frame} scales={scales} />
      {frame.landmark && <Landmark {...frame.landmark} scales={scales} />}
      {frame.cursor !== undefined && <Cursor at={frame.cursor} marks={marks} scales={scales} />}
      {marks.map((mark) => <Peak key={mark.key} mark={mark} scales={scales} />)}
      <Names marks={marks} scales={scales} />
      {linesOf(frame).map(({ line, quiet }, i) => <text key={i} class={quiet ? 'rule' : 'note'} x="0" y={chartHeight + noteHeight * i + 14}>{line}</text>)}
      <rect class="touch" x="0" y={top} width="100%" height={plot} onPointerDown={pick} onPointerMove={pick} />
      {grips && <Grips frame={frame} grips={grips} dial={dial} hold={hold} scales={{ x: (value) => percent(scales.x(value)), y: (value) => Math.max(scales.y(value), top) }} />}
    </svg>
  );
}

/** What stands beneath the axes. */
const linesOf = ({ notes = [], caveats = [] }: ChartFrame) => [...notes.map((line) => ({ line, quiet: false })), ...caveats.map((line) => ({ line, quiet: true }))];

function heightOf(frame: ChartFrame): number {
  const { length } = linesOf(frame);
  return chartHeight + (length > 0 ? noteHeight * length + 6 : 0);
}

/** Areas lie beneath lines, and the line looked at above all. */
const weight = ({ shape, now }: SeriesMark): number => ['area', 'ghost', 'bound', 'dotted', 'thin', 'line'].indexOf(shape) + (now ? 6 : 0);
const byWeight = (a: SeriesMark, b: SeriesMark): number => weight(a) - weight(b);

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
const label = (tick: number, unit: string): string => `${formatNumber(tick)}${unit && ` ${unit}`}`;

function Grid({ y, scales }: { readonly y: Axis; readonly scales: Scales }) {
  return (
    <g class="grid">
      {ticksOf(y, 4).map((tick) => {
        const at = scales.y(tick * y.scale);
        return <line key={tick} class={tick === 0 ? 'base' : 'tick'} x1="0" x2="100%" y1={at} y2={at} />;
      })}
    </g>
  );
}

/** Whether a number of the axis has little room, in a narrow drawing none: the next one stands at the end, and grows towards it. */
const isPressed = (at: number, next: number): boolean => at <= 0.95 && next > 0.95 && next - at < 0.3;

/** Above the lines, so that none of them strikes a number through. */
function AxisLabels({ x, y, scales }: { readonly x: Axis; readonly y: Axis; readonly scales: Scales }) {
  return (
    <g class="axes">
      <text class="axis-name" x="0" y="12">{y.name}</text>
      {ticksOf(y, 4).slice(1).map((tick) => <text key={tick} class="tick-label" x="4" y={scales.y(tick * y.scale) + 4}>{label(tick, y.unit)}</text>)}
      {ticksOf(x, 3).map((tick, i, all) => {
        const at = scales.x(tick * x.scale);
        return <text key={tick} class={`tick-label${isPressed(at, scales.x((all[i + 1] ?? 0) * x.scale)) ? ' pressed' : ''}`} x={percent(at)} y={bottom + 15} text-anchor={at < 0.05 ? 'start' : at > 0.95 ? 'end' : 'middle'}>{label(tick, x.unit)}</text>;
      })}
      <text class="axis-name" x="100%" y={bottom + 34} text-anchor="end">{x.name}</text>
    </g>
  );
}

/** When something went on, along the foot of the plot. */
function Bands({ name, of, scales }: NonNullable<ChartFrame['bands']> & { readonly scales: Scales }) {
  return (
    <g class="bands">
      {of.map(({ from, to }) => <rect key={from} x={percent(scales.x(from))} width={percent(Math.max(scales.x(to) - scales.x(from), 0.001))} y={bottom - bandHeight} height={bandHeight}><title>{name}</title></rect>)}
      <text class="axis-name" x="0" y={bottom + 34}>{name}</text>
    </g>
  );
}

function Series({ mark: { key, shape, points, smooth, now }, scales }: { readonly mark: SeriesMark; readonly scales: Scales }) {
  const x = ([value]: Point): number => round(scales.x(value) * width);
  const y = ([, value]: Point): number => round(scales.y(value));
  const curve = smooth ? curveLinear : curveStepAfter;
  const path = shape === 'area'
    ? area<Point>().x(x).y0(bottom).y1(y).curve(curve)(points)
    : line<Point>().x(x).y(y).curve(curve)(points);
  return <path class={`series ${shape}${now ? ' now' : ''}`} data-key={key} d={path ?? ''} />;
}

function Dots({ mark: { key, points }, scales }: { readonly mark: SeriesMark; readonly scales: Scales }) {
  return <g class="dots" data-key={key}>{points.map(([x, y]) => <circle key={x} cx={percent(scales.x(x))} cy={round(scales.y(y))} r="3.5" style="fill: var(--paper); stroke: var(--ink); stroke-width: 1.5" />)}</g>;
}

/** A line from the axis up to its name. */
function Landmark({ x, label: name, scales }: NonNullable<ChartFrame['landmark']> & { readonly scales: Scales }) {
  const at = percent(scales.x(x));
  return (
    <g class="landmark">
      <line x1={at} x2={at} y1={top} y2={bottom} style="stroke: var(--ink-3); stroke-dasharray: 1 3" />
      <text x={at} y={top + plot / 3} dx="6" style="font-size: 12px; fill: var(--ink-2)">{name}</text>
    </g>
  );
}

/** A tenth of a pixel is as fine as it shows. */
const round = (value: number): number => Math.round(value * 10) / 10;

function Peak({ mark: { key, shape, peak, now }, scales }: { readonly mark: SeriesMark; readonly scales: Scales }) {
  if (!peak) return null;
  const at = scales.x(peak.x);
  return (
    <g class={`peak ${shape}${now ? ' now' : ''}`} data-peak={key}>
      <circle cx={percent(at)} cy={scales.y(peak.y)} r="3.5" />
      {(now || shape === 'area') && <text x={percent(at)} y={scales.y(peak.y) + (shape === 'area' ? 18 : -8)} text-anchor={at < 0.3 ? 'start' : at > 0.7 ? 'end' : 'middle'}>{peak.label}</text>}
    </g>
  );
}

/** Each name at the end of its line; where lines end close together, moved apart, with a stroke that leads back. */
function Names({ marks: all, scales }: { readonly marks: readonly SeriesMark[]; readonly scales: Scales }) {
  const marks = all.filter(({ shape }) => shape !== 'dots');
  const ends = marks.map(({ points }) => scales.y(points.at(-1)?.[1] ?? 0));
  const places = spread(ends, lineHeight, top - 12, bottom + 4);
  return (
    <g class="names">
      {marks.map(({ key, name, shape, now }, i) => (
        <svg key={key} class={`series-name ${shape}${now ? ' now' : ''}`} x="100%" y="0" data-name={key}>
          <line x1="2" x2="10" y1={ends[i]} y2={places[i]} />
          <text x="13" y={places[i]! + 4}>{name}</text>
        </svg>
      ))}
    </g>
  );
}

/** The value that holds at x: that of the last point not beyond it. */
const valueAt = (points: SeriesMark['points'], x: number): number | undefined => points.findLast(([at]) => at <= x)?.[1];

function Cursor({ at, marks, scales }: { readonly at: number; readonly marks: readonly SeriesMark[]; readonly scales: Scales }) {
  const x = percent(scales.x(at));
  return (
    <g class="cursor-line">
      <line class="cursor" x1={x} x2={x} y1={top} y2={bottom} />
      {marks.filter(({ shape }) => shape !== 'dots').map(({ key, points }) => {
        const value = valueAt(points, at);
        return value !== undefined && <circle key={key} cx={x} cy={scales.y(value)} r="2.5" />;
      })}
    </g>
  );
}

/** The stop nearest to where a pointer is or drags. */
function onPointer(event: PointerEvent, { x, stops }: ChartFrame, onPick: PropsOf<'chart'>['onPick']): void {
  if (event.type === 'pointermove' && event.buttons === 0) return;
  const { left, width: wide } = (event.currentTarget as Element).getBoundingClientRect();
  const value = ((event.clientX - left) / wide) * x.most;
  const after = stops.findIndex((stop) => stop.x >= value);
  const [low, high] = [stops.at(after === -1 ? -1 : Math.max(0, after - 1)), stops.at(after)];
  const nearest = low && high && value - low.x < high.x - value ? low : high;
  if (nearest) onPick(nearest.at);
}
