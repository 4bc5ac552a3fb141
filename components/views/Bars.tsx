import type { PropsOf } from '../player/view.ts';
import type { BarMark } from '../../src/demos/scene.ts';

/** Pixels from one bar to the next. */
const pitch = 96;
const headroom = 34;
const bar = { top: 22, height: 12 };

const percent = (share: number): string => `${(share * 100).toFixed(4)}%`;

/** Reservations one below the other, in the order pmap prints them; what lies between two live pages is one line. */
export function Bars({ drawing, title, describedBy, onPick }: PropsOf<'bars'>) {
  const keys = drawing.keys.value;
  const { head, foot, cursor } = drawing.frame.value;
  const height = headroom + keys.length * pitch + 8;
  return (
    <svg class="view bars" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={height}>
      {cursor !== undefined && <line class="cursor" x1={percent(cursor)} x2={percent(cursor)} y1={headroom} y2={height - 44} />}
      <text class="seam" x="50%" y={20} text-anchor="middle">{head}</text>
      {keys.map((key, row) => <Bar key={key} mark={drawing.mark(key).value} top={headroom + row * pitch} seam={row === keys.length - 1 ? foot : undefined} onPick={onPick} />)}
    </svg>
  );
}

interface BarProps { readonly mark: BarMark; readonly top: number; readonly seam: string | undefined; readonly onPick: PropsOf<'bars'>['onPick'] }

function Bar({ mark, top, seam, onPick }: BarProps) {
  const { at, live } = mark;
  return (
    <g class={`bar${mark.now ? ' now' : ''}${mark.present ? '' : ' absent'}`} data-key={mark.key} onClick={at && (() => onPick(at))}>
      <text class="name" x="0" y={top + 14}>{mark.name}</text>
      <text class="size" x="100%" y={top + 14} text-anchor="end">{mark.size}</text>
      <rect class={mark.present ? 'm-reserved' : 'm-none'} x="0.5" width="calc(100% - 1px)" y={top + bar.top} height={bar.height} />
      {live && <Live mark={mark} live={live} top={top} />}
      <text class="figures" x="0" y={top + 50}>{mark.frontLabel}</text>
      <text class="figures" x="100%" y={top + 50} text-anchor="end">{mark.restLabel}</text>
      <Seam top={top + 74} words={seam ?? mark.seam} turns={seam === undefined && mark.present} />
    </g>
  );
}

function Live({ mark, live, top }: { readonly mark: BarMark; readonly live: NonNullable<BarMark['live']>; readonly top: number }) {
  const whole = live.page >= 0.5;
  return (
    <>
      <rect class="m-mapped page" x={percent(live.front)} width={whole ? percent(live.page) : '4'} y={top + bar.top - (whole ? 0 : 3)} height={bar.height + (whole ? 0 : 6)} />
      <text class="page-label figures" x={percent(whole ? 0.5 : live.front)} y={top + 50} text-anchor={anchorAt(whole ? 0.5 : live.front)}>{mark.pageLabel}</text>
    </>
  );
}

/** Text near an edge grows inwards. */
const anchorAt = (share: number): 'start' | 'middle' | 'end' => (share < 0.15 ? 'start' : share > 0.85 ? 'end' : 'middle');

/** From the end of one bar to the start of the next, as a line of text wraps. */
function Seam({ top, words, turns }: { readonly top: number; readonly words: string; readonly turns: boolean }) {
  return (
    <>
      {turns && <line class="turn" x1="100%" x2="100%" y1={top - 40} y2={top} />}
      {turns && <line class="turn" x1="0" x2="100%" y1={top} y2={top} />}
      {turns && <line class="turn" x1="0" x2="0" y1={top} y2={top + 44} />}
      <text class="seam" x="50%" y={top + 5} text-anchor="middle">{words}</text>
    </>
  );
}
