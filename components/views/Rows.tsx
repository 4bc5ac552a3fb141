import type { RowMark } from '../../src/demos/scene.ts';
import type { PropsOf } from '../player/view.ts';
import { classOf } from './legend.ts';

const pitch = 38;

/** One bar a row: an outline for what is taken, filled as far as it is used. */
export function Rows({ drawing, title, describedBy, onPick }: PropsOf<'rows'>) {
  const keys = drawing.keys.value;
  return (
    <svg class="view rows" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={keys.length * pitch + 6}>
      {keys.map((key, i) => <Row key={key} mark={drawing.mark(key).value} top={i * pitch} onPick={onPick} />)}
    </svg>
  );
}

interface Props { readonly mark: RowMark; readonly top: number; readonly onPick: PropsOf<'rows'>['onPick'] }

function Row({ mark, top, onPick }: Props) {
  const { at, share, fill } = mark;
  return (
    <g class={`row${mark.now ? ' now' : ''}`} data-key={mark.key} onClick={at && (() => onPick(at))}>
      <rect class="touch" x="0" width="100%" y={top} height={pitch} />
      <text class="name" x="0" y={top + 14}>{mark.name}</text>
      <text class="rule" x="76%" y={top + 14} text-anchor="end">{mark.note}</text>
      <text class="figures" x="100%" y={top + 14} text-anchor="end">{mark.value}</text>
      {share > 0 && <rect class={classOf(mark.rest ?? 'free')} x="0.5" width={`${(share * 100).toFixed(2)}%`} y={top + 20} height={10} />}
      {share > 0 && <rect class={classOf(mark.meaning)} x="0.5" width={`${(fill * 100).toFixed(2)}%`} y={top + 20} height={10} />}
    </g>
  );
}
