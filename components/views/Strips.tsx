import type { StripLane, StripMark, StripsFrame } from '../../src/demos/scene.ts';
import type { PropsOf } from '../player/view.ts';
import { classOf } from './legend.ts';
import { Swatch } from './Legend.tsx';
import { fitClass, layOut, partsOf, percent, ticksOf, type Part, type Place } from './strip-places.ts';

const strip = 18;

/** Heaps one below the other, each a strip of addresses to scale, wrapped into rows of a fixed number of bytes. */
export function Strips({ drawing, title, describedBy, onPick }: PropsOf<'strips'>) {
  const { lanes, names } = drawing.frame.value;
  const { places, height } = layOut(lanes);
  return (
    <>
      <svg class="view strips" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={height}>
        {lanes.map((lane) => <LaneHead key={lane.key} lane={lane} place={places.get(lane.key)!} />)}
        {drawing.keys.value.map((key) => {
          const { rowsTop, pitch, perRow } = places.get(key.slice(0, key.indexOf('/')))!;
          return <Stretch key={key} mark={drawing.mark(key)} top={rowsTop} pitch={pitch} perRow={perRow} onPick={onPick} />;
        })}
        {lanes.map((lane) => lane.pointers?.map((pointer) => <Pointer key={`${lane.key}/${pointer.label}`} {...pointer} place={places.get(lane.key)!} />))}
      </svg>
      {names && names.all.length > 0 && <Names {...names} />}
    </>
  );
}

/** Each stretch by name, in the order they lie in. */
function Names({ title, all }: NonNullable<StripsFrame['names']>) {
  return (
    <div class="strip-names">
      <p>{title}</p>
      <ol class="legend">{all.map(({ name, meaning }, i) => <li key={i}><Swatch meaning={meaning} /> {name}</li>)}</ol>
    </div>
  );
}

/** Whose heap it is, its figures, and the addresses above each row. */
export function LaneHead({ lane, place }: { readonly lane: StripLane; readonly place: Place }) {
  const { name, figure, note, ruler } = lane;
  return (
    <g class="lane" data-lane={lane.key}>
      <text class="name head" x="0" y={place.top + 13}>{name}</text>
      <text class="figures" x="100%" y={place.top + 13} text-anchor="end">{figure}</text>
      {note !== undefined && <text class="rule" x="0" y={place.top + 29}>{note}</text>}
      {ruler && ticksOf(lane).map(({ row, from, high, low, minor }) => (
        <text key={`${row} ${from}`} class={`address${minor ? ' label fits-520' : ''}`} x={percent(from)} y={place.rowsTop + row * place.pitch - 4}><tspan class="high">{high}</tspan>{low}</text>
      ))}
    </g>
  );
}

interface StretchProps {
  readonly mark: { readonly value: StripMark };
  readonly top: number;
  readonly pitch: number;
  readonly perRow: number;
  readonly onPick: PropsOf<'strips'>['onPick'];
}

/** One block: a rectangle in each row it reaches into, solid as far as somebody asked for it. */
export function Stretch({ mark, top, pitch, perRow, onPick }: StretchProps) {
  const { key, at, addr, size, meaning, asked, label, title, held, now }: StripMark = mark.value;
  const parts = partsOf(addr, size, perRow);
  const longest = (asked ? partsOf(asked.addr, asked.size, perRow) : parts).reduce((best, part) => (part.share > best.share ? part : best));
  const boxes = (some: readonly Part[], kind: string, above = 0, height = strip) =>
    some.map((part, i) => <Box key={i} part={part} y={top + part.row * pitch - above} height={height} kind={kind} />);
  return (
    <g data-key={key} data-meaning={meaning} data-now={now || undefined} data-held={held || undefined} onClick={at && (() => onPick(at))}>
      {title !== '' && <title>{title}</title>}
      {boxes(parts, `cell ${classOf(asked ? 'slack' : meaning)}${now ? ' now' : ''}`, ...(meaning === 'refused' ? standingOut : []))}
      {asked && boxes(partsOf(asked.addr, asked.size, perRow), `asked ${classOf(meaning)}`)}
      {held && boxes(parts, 'held', -strip - 2, 2)}
      {label !== '' && <text class={`label on-${meaning} ${fitClass(label, longest.share)}`} x={percent(longest.from + longest.share / 2)} y={top + longest.row * pitch + 13} text-anchor="middle">{label}</text>}
    </g>
  );
}

/** What did not fit is drawn over what it did not fit into: higher by this much, and so high. */
const standingOut = [3, strip + 6] as const;

interface BoxProps { readonly part: Part; readonly y: number; readonly height: number; readonly kind: string }

/** One pixel narrower than its bytes, so that neighbours stay apart. */
function Box({ part, y, height, kind }: BoxProps) {
  return <rect class={kind} x={percent(part.from)} y={y} height={height} style={{ width: `max(0.5px, calc(${percent(part.share)} - 1px))` }} />;
}

/** A place an allocator remembers: a line through the strip, its name beneath. */
export function Pointer({ addr, label, place }: { readonly addr: number; readonly label: string; readonly place: Place }) {
  const { row, from } = place.where(addr);
  const top = place.rowsTop + row * place.pitch;
  return (
    <g class="pointer-of" data-pointer={label}>
      <line class="pointer" x1={percent(from)} x2={percent(from)} y1={top - 3} y2={top + strip + 5} />
      <text class="pointer-label" x={percent(from)} y={top + strip + 14} text-anchor={from > 0.7 ? 'end' : from < 0.3 ? 'start' : 'middle'}>{label}</text>
    </g>
  );
}
