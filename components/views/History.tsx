import { formatNumber } from '../../src/i18n/quantity.ts';
import type { Axis, HistoryFrame } from '../../src/demos/scene.ts';
import type { PropsOf } from '../player/view.ts';
import { ticksOf } from './scale.ts';
import { layOut, percent } from './strip-places.ts';
import { LaneHead, Stretch } from './Strips.tsx';

/** Pixels: the heading of the plot with room for what happened, the plot, and its ticks beneath. */
const head = 42;
const plot = 110;
const foot = 22;
/** The plot's own width, stretched over whatever it has. */
const width = 1000;

/** A heap as strips, and beneath it what of it there was from moment to moment. */
export function History({ drawing, title, describedBy, onPick }: PropsOf<'history'>) {
  const frame = drawing.frame.value;
  const { places, height } = layOut(frame.lanes);
  return (
    <svg class="view strips history" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={height + head + plot + foot}>
      {frame.lanes.map((lane) => <LaneHead key={lane.key} lane={lane} place={places.get(lane.key)!} />)}
      {drawing.keys.value.map((key) => {
        const { rowsTop, pitch, perRow } = places.get(key.slice(0, key.indexOf('/')))!;
        return <Stretch key={key} mark={drawing.mark(key)} top={rowsTop} pitch={pitch} perRow={perRow} onPick={onPick} />;
      })}
      <svg class="plot-of" x="0" y={height} width="100%" height={head + plot + foot}><Plot frame={frame} /></svg>
    </svg>
  );
}

function Plot({ frame }: { readonly frame: HistoryFrame }) {
  const { name, figure, x, y, points, marks } = frame;
  const across = (value: number): string => percent(value / x.most);
  return (
    <>
      <text class="name head" x="0" y="13">{name}</text>
      <text class="figures" x="100%" y="13" text-anchor="end">{figure}</text>
      <svg x="0" y={head} width="100%" height={plot} viewBox={`0 0 ${width} ${plot}`} preserveAspectRatio="none"><path class="area" d={outline(points, x.most, y.most)} /></svg>
      <YTicks y={y} />
      <line class="base" x1="0" x2="100%" y1={head + plot} y2={head + plot} />
      {ticksOf(x, 4).map((tick) => <text key={tick} class="tick-label" x={across(tick * x.scale)} y={head + plot + 14} text-anchor={anchorAt(tick * x.scale / x.most)}>{labelOf(tick, x)}</text>)}
      {marks.map((mark) => (
        <g key={mark.x} class={mark.now ? 'event now' : 'event'}>
          <line x1={across(mark.x)} x2={across(mark.x)} y1={head - 6} y2={head + plot} />
          <text x={across(mark.x)} y={head - 10} text-anchor={anchorAt(mark.x / x.most)}>{mark.label}</text>
        </g>
      ))}
    </>
  );
}

function YTicks({ y }: { readonly y: Axis }) {
  return (
    <>
      {ticksOf(y, 2).slice(1).map((tick) => {
        const at = head + plot * (1 - (tick * y.scale) / y.most);
        return (
          <g key={tick}>
            <line class="tick" x1="0" x2="100%" y1={at} y2={at} />
            <text class="tick-label" x="100%" y={at - 4} text-anchor="end">{labelOf(tick, y)}</text>
          </g>
        );
      })}
    </>
  );
}

const labelOf = (tick: number, { unit }: Axis): string => `${formatNumber(tick)} ${unit}`;
const anchorAt = (share: number): 'start' | 'middle' | 'end' => (share < 0.04 ? 'start' : share > 0.6 ? 'end' : 'middle');

/** The area beneath the values, in steps; it ends where the last point stands. */
function outline(points: HistoryFrame['points'], most: number, highest: number): string {
  const [across, down] = [(x: number): number => round((x / most) * width), (y: number): number => round(plot * (1 - y / highest))];
  const steps = points.map(([x, y], i) => `${i === 0 ? `M${across(x)} ${plot}V` : `H${across(x)}V`}${down(y)}`);
  return points.length === 0 ? '' : `${steps.join('')}V${plot}Z`;
}

/** A tenth of a pixel is as fine as it shows. */
const round = (value: number): number => Math.round(value * 10) / 10;
