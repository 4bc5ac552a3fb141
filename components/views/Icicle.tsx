import type { IcicleFrame, IcicleMark } from '../../src/demos/scene-icicle.ts';
import type { PropsOf } from '../player/view.ts';
import { classOf } from './legend.ts';
import { fitClass, percent } from './strip-places.ts';

/** Pixels: a row and its block, the line of addresses, a line of the sum and a digit of it. */
const row = 34;
const block = 26;
const ruler = 20;
const line = 20;
const digit = 8;

/** Room at the left for the sizes of the rows; the rest is memory, its lowest address leftmost. */
const left = 15;
const xOf = (share: number): string => percent((left + share * (100 - left)) / 100);
const widthOf = (share: number): string => percent((share * (100 - left)) / 100);

/** A heap cut in halves, and those in halves again: a row for each size, the whole on top; beneath, a sum in binary. */
export function Icicle({ drawing, title, describedBy, onPick }: PropsOf<'icicle'>) {
  const { levels, ticks, lines, notes, sum } = drawing.frame.value;
  const bottom = levels.length * row;
  return (
    <svg class="view icicle" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={bottom + ruler + (lines > 0 ? lines * line + 12 : 0)}>
      {levels.map((level, i) => <text key={level} class="level" x="0" y={i * row + block / 2 + 5}>{level}</text>)}
      {ticks.map(({ at, label }) => (
        <g key={label}>
          <line class="tick" x1={xOf(at)} x2={xOf(at)} y1={0} y2={bottom + 2} />
          <text class="address" x={xOf(at)} y={bottom + 14} text-anchor={at === 0 ? 'start' : at === 1 ? 'end' : 'middle'}>{label}</text>
        </g>
      ))}
      {drawing.keys.value.map((key) => <Block key={key} mark={drawing.mark(key)} onPick={onPick} />)}
      {sum.length === 0 && notes.map((note, i) => <text key={i} class="rule note" x={xOf(0)} y={bottom + ruler + 22 + i * line}>{note}</text>)}
      {sum.map((one, i) => <Line key={one.name} {...one} y={bottom + ruler + 22 + i * line} />)}
    </svg>
  );
}

interface BlockProps { readonly mark: ReturnType<PropsOf<'icicle'>['drawing']['mark']>; readonly onPick: PropsOf<'icicle'>['onPick'] }

function Block({ mark, onPick }: BlockProps) {
  const { key, at, level, from, share, meaning, asked, label, title, now }: IcicleMark = mark.value;
  const box = { x: xOf(from), y: level * row + 2, width: widthOf(share), height: block };
  return (
    <g data-key={key} data-meaning={meaning} data-now={now} onClick={at && (() => onPick(at))}>
      <title>{title}</title>
      <rect class={meaning === 'none' ? 'split' : classOf(asked === undefined ? meaning : 'slack')} {...box} />
      {asked !== undefined && <rect class={classOf(meaning)} {...box} width={widthOf(share * asked)} />}
      {now && <rect class={now} {...box} />}
      <svg x={box.x} y={box.y} overflow="visible"><text class={`label${meaning === 'live' ? ' on-live' : ''} ${fitClass(label, share * (asked ?? 1) * (1 - left / 100))}`} x="5" y={block / 2 + 4}>{label}</text></svg>
    </g>
  );
}

/** One number of the sum, its digits below those of the others. */
function Line({ name, hex, digits, bit, y }: IcicleFrame['sum'][number] & { readonly y: number }) {
  const marked = digits.length - 1 - bit;
  return (
    <g class="sum-line" data-sum={name}>
      <text class="rule" x="0" y={y}>{name}</text>
      <svg x="33%" y={y} overflow="visible">
        <text class="figures" x="0" y="0">{hex}</text>
        {[...digits].map((one, i) => <text key={i} class={i === marked ? 'bit' : 'figures'} x={56 + i * (digit + 3)} y="0">{one}</text>)}
        <rect class="bit-box" x={56 + marked * (digit + 3) - 2.5} y={-line + 6} width={digit + 4.5} height={line - 1} />
      </svg>
    </g>
  );
}
