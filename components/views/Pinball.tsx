import type { PegMark, PinballFrame, ReleaseMark } from '../../src/demos/scene-pinball.ts';
import type { PropsOf } from '../player/view.ts';

/** Pixels: a line of code, the most lines there are, a peg's row, where things begin, and a space of indentation. */
const line = 17;
const lines = 5;
const row = 32;
const head = 28;
const board = head + lines * line + 12;
const rail = 9;
const indent = 8;

/** Where the heap begins, in percent of the width. */
const heap = 78;

/** A value falls from its line of code past the pegs: to the stack below, or aside to the heap. Then what every release did. */
export function Pinball({ drawing, title, describedBy }: PropsOf<'pinball'>) {
  const marks = drawing.keys.value.map((key) => drawing.mark(key).value);
  const pegs = marks.filter((mark) => mark.part === 'peg');
  const releases = marks.filter((mark) => mark.part === 'release');
  const frame = drawing.frame.value;
  const end = board + pegs.length * row;
  return (
    <svg class="view pinball" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={end + 170}>
      <Code {...frame} />
      <rect class="bin heap" x={`${heap}%`} width={`${100 - heap}%`} y={board} height={end - board} />
      <text class="name" x={`${heap + (100 - heap) / 2}%`} y={board - 8} text-anchor="middle">{frame.heap}</text>
      <rect class="bin below" x="0.5" width={`${heap - 8}%`} y={end + 8} height={26} />
      <text class="name" x={rail + 16} y={end + 25}>{frame.below}</text>
      <Fall pegs={pegs} ball={frame.ball} from={head + frame.code.length * line + 4} end={end} />
      {pegs.map((peg, i) => <Peg key={peg.key} peg={peg} y={yOf(i)} />)}
      <Said frame={frame} y={end + 54} />
      <Releases releases={releases} name={frame.releases} y={end + 112} />
    </svg>
  );
}

const yOf = (peg: number): number => board + peg * row + row / 2 + 6;

/** The function, with the part that makes the value set apart. */
function Code({ name, cost, code, value }: PinballFrame) {
  return (
    <g class="code">
      <text class="name" x="0" y="14">{name}</text>
      <text class="figures" x="100%" y="14" text-anchor="end">{cost}</text>
      {code.map((text, i) => <text key={i} x={text.search(/\S/) * indent} y={head + i * line + 12}><Marked text={text.trim()} value={value} /></text>)}
    </g>
  );
}

function Marked({ text, value }: { readonly text: string; readonly value: string }) {
  const at = text.indexOf(value);
  if (at < 0) return <>{text}</>;
  return <>{text.slice(0, at)}<tspan class="value">{value}</tspan>{text.slice(at + value.length)}</>;
}

interface FallProps { readonly pegs: readonly PegMark[]; readonly ball: PinballFrame['ball']; readonly from: number; readonly end: number }

/** The way the value took, and the value at its end. */
function Fall({ pegs, ball, from, end }: FallProps) {
  const turn = pegs.findIndex(({ did }) => did === 'turned');
  const y = { above: from, heap: yOf(turn), below: end + 21 };
  return (
    <g>
      <line class="rail" x1={rail} x2={rail} y1={from} y2={end + 8} />
      {ball && ball !== 'above' && <line class="way" x1={rail} x2={rail} y1={from} y2={y[ball]} />}
      {ball === 'heap' && <line class="way" x1={rail} x2={`${heap + 3}%`} y1={y.heap} y2={y.heap} />}
      {ball && <circle class="ball" data-ball={ball} cx={ball === 'heap' ? `${heap + 6}%` : rail} cy={y[ball]} r="6" />}
    </g>
  );
}

function Peg({ peg, y }: { readonly peg: PegMark; readonly y: number }) {
  return (
    <g class={`peg${peg.now ? ' now' : ''}`} data-key={peg.key} data-did={peg.did}>
      <circle cx={rail} cy={y} r="3" />
      <text x={rail + 16} y={peg.did === 'turned' ? y - 6 : y + 4}>{peg.label}</text>
    </g>
  );
}

function Said({ frame: { asked, said }, y }: { readonly frame: PinballFrame; readonly y: number }) {
  return (
    <g class="said">
      <text class="rule" x="0" y={y}>{asked}</text>
      {said.map((text, i) => <text key={i} class="words" x="0" y={y + 17 + i * 15}>{text}</text>)}
    </g>
  );
}

/** A cell for each release: filled where the value went to the heap. */
function Releases({ releases, name, y }: { readonly releases: readonly ReleaseMark[]; readonly name: string; readonly y: number }) {
  const width = 100 / releases.length;
  return (
    <g class="releases">
      <text class="rule" x="0" y={y}>{name}</text>
      {releases.map(({ key, label, place, word, title, chosen }, i) => (
        <g key={key} data-key={key} data-place={place} class={chosen ? 'chosen' : undefined}>
          <rect class={`release ${place ?? 'untold'}`} x={`${i * width + 0.4}%`} width={`${width - 0.8}%`} y={y + 8} height={20} />
          <text class="label fits-520" x={`${(i + 0.5) * width}%`} y={y + 22} text-anchor="middle">{place === 'table' ? '' : word}</text>
          <text class="tick-label" x={`${(i + 0.5) * width}%`} y={y + 42} text-anchor="middle">{label}</text>
          <title>{title}</title>
        </g>
      ))}
    </g>
  );
}
