import type { LaneMark, LanesFrame } from '../../src/demos/scene-lanes.ts';
import type { PropsOf } from '../player/view.ts';
import { fullReach, reachOf } from './lane-reach.ts';

/** Pixels, from the top: curve, what holds, lanes, pulses, ticks, key. */
const curve = { top: 34, height: 70 };
const holds = { top: curve.top + curve.height + 22, height: 8 };
const lanesTop = holds.top + holds.height + 12;
const pitch = 30;
const keyPitch = 20;
/** The curve's own width, stretched over whatever it has. */
const width = 1000;

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

/** Who did what, and when: a lane each, under a quantity of the same time; a cursor through all. */
export function Lanes({ drawing, title, describedBy }: PropsOf<'lanes'>) {
  const frame = drawing.frame.value;
  const bottom = lanesTop + frame.lanes.length * pitch;
  return (
    <svg class="view lanes" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={bottom + 62 + Math.ceil(frame.key.length / 2) * keyPitch}>
      <Curve {...frame.curve} />
      <Holds {...frame.holds} />
      {frame.bands.map((band) => <Band key={band.label} band={band} bottom={bottom} />)}
      {frame.lanes.map((name, lane) => <LaneName key={name} name={name} y={lanesTop + lane * pitch} />)}
      {drawing.keys.value.map((key) => <Piece key={key} mark={drawing.mark(key)} />)}
      <Pulses {...frame.pulses} y={bottom + 4} />
      <Ticks ticks={frame.ticks} y={bottom + 30} />
      <line class="cursor-line" x1={percent(frame.cursor)} x2={percent(frame.cursor)} y1={curve.top} y2={bottom} />
      <Key entries={frame.key} y={bottom + 48} />
    </svg>
  );
}

function Curve({ name, points, bound }: LanesFrame['curve']) {
  const y = (value: number): number => curve.top + curve.height * (1 - value);
  const path = points.map(([x, value], i) => `${i === 0 ? 'M' : 'H'}${(x * width).toFixed(1)}${i === 0 ? ' ' : 'V'}${y(value).toFixed(1)}`).join('');
  return (
    <g class="curve">
      <text class="rule" x="0" y={curve.top - 16}>{name}</text>
      <svg x="0" y="0" width="100%" height={curve.top + curve.height} viewBox={`0 0 ${width} ${curve.top + curve.height}`} preserveAspectRatio="none"><path d={path} /></svg>
      <line class="bound" x1="0" x2="100%" y1={y(bound.y)} y2={y(bound.y)} />
      <text class="rule" x="100%" y={y(bound.y) - 8} text-anchor="end">{bound.label}</text>
    </g>
  );
}

function Holds({ from, to, label }: LanesFrame['holds']) {
  return (
    <g class="holds">
      <rect x={percent(from)} width={percent(to - from)} y={holds.top} height={holds.height} />
      <text class="rule" x={percent(from)} y={holds.top - 5}>{label}</text>
    </g>
  );
}

interface BandProps { readonly band: LanesFrame['bands'][number]; readonly bottom: number }

/** Never thinner than a line: a stop is short, and it is the point. */
function Band({ band: { from, to, now }, bottom }: BandProps) {
  return <rect class={`band-of${now ? ' now' : ''}`} x={percent(from)} y={lanesTop - 6} height={bottom - lanesTop + 8} style={{ width: `max(2px, ${percent(to - from)})` }} />;
}

function LaneName({ name, y }: { readonly name: string; readonly y: number }) {
  return (
    <g class="lane">
      <line class="track" x1="0" x2="100%" y1={y + pitch / 2} y2={y + pitch / 2} />
      <text class="name" x="-30" y={y + pitch / 2 + 4}>{name}</text>
    </g>
  );
}

function Piece({ mark }: { readonly mark: { readonly value: LaneMark } }) {
  const { key, lane, from, to, kind, title, ahead } = mark.value;
  const y = lanesTop + lane * pitch + pitch / 2;
  const { up, down } = reachOf[kind];
  return (
    <g data-key={key} data-kind={kind} data-ahead={ahead || undefined}>
      <title>{title}</title>
      <rect class={`k-${kind}`} x={percent(from)} y={y - up} height={up + down} style={{ width: `max(0.6px, ${percent(to - from)})` }} />
    </g>
  );
}

function Pulses({ name, at, y }: LanesFrame['pulses'] & { readonly y: number }) {
  return (
    <g class="pulses">
      {at.map((x) => <line key={x} x1={percent(x)} x2={percent(x)} y1={y} y2={y + 7} />)}
      {at[0] !== undefined && <text class="rule" x={percent(at[0] - 0.01)} y={y + 8} text-anchor="end">{name}</text>}
    </g>
  );
}

function Ticks({ ticks, y }: { readonly ticks: LanesFrame['ticks']; readonly y: number }) {
  return (
    <g class="ticks">
      {ticks.map(({ x, label }) => <text key={label} class="tick-label" x={percent(x)} y={y} text-anchor={x > 0.95 ? 'end' : x < 0.05 ? 'start' : 'middle'}>{label}</text>)}
    </g>
  );
}

/** Pieces are smaller in the key, all alike. */
const inKey = 7 / fullReach;

function Key({ entries, y }: { readonly entries: LanesFrame['key']; readonly y: number }) {
  return (
    <g class="kinds">
      {entries.map(({ kind, label }, i) => {
        const [x, middle] = [i % 2 === 0 ? 0 : 50, y + Math.floor(i / 2) * keyPitch + 8];
        const { up, down } = reachOf[kind];
        return (
          <svg key={kind} x={`${x}%`} y="0" overflow="visible">
            <rect class={`k-${kind}`} x="0" width="18" y={middle - up * inKey} height={(up + down) * inKey} />
            <text class="rule" x="25" y={middle + 4}>{label}</text>
          </svg>
        );
      })}
    </g>
  );
}
