import { lengthOf, type Piece, type Segment } from '../../../../src/engine/memory/counters/bar.ts';
import type { Meaning } from '../../../../src/demos/scene.ts';
import { formatNumber } from '../../../../src/i18n/quantity.ts';
import { untranslated } from '../../../untranslated.ts';
import { classOf } from '../../../views/legend.ts';
import { bytesSaid, lay, segmentSaid, type Laid } from './told.ts';
import type { ServiceWords } from './words.ts';

/** The mark of each piece, as it is in all chapters; what no Go counter sees has the accent. */
const marks: { readonly [Name in Piece]: Meaning | 'unseen' } = {
  objects: 'live', unused: 'slack', free: 'free', stacks: 'resident', tables: 'header', unseen: 'unseen',
  process: 'resident', anon: 'resident', cache: 'file', kernel: 'kernel', rest: 'mapped',
};
export const markOf = (piece: Piece): string => (marks[piece] === 'unseen' ? 'm-unseen' : classOf(marks[piece]));

/** A limit farther away is not drawn: the pieces would be too narrow to be told apart. */
const mostStretched = 4;
/** Height of the whole bar, and of a line beneath it. */
const [thick, pitch, top] = [26, 54, 22];

interface Props { readonly bar: readonly Segment[]; readonly limit: number | undefined; readonly words: ServiceWords; readonly describedBy: string }

/** All pieces end to end, and beneath each its name, how much it is, and where it lies. */
export function Bar({ bar, limit, words, describedBy }: Props) {
  const all = lengthOf(bar);
  const length = limit !== undefined && limit < all * mostStretched ? Math.max(all, limit) : all;
  const laid = lay(bar, length);
  return (
    <svg class="view account" role="img" {...untranslated} aria-label={words.bar} aria-describedby={describedBy} width="100%" height={top + thick + 10 + laid.length * pitch}>
      {laid.map((each) => <Piece key={each.piece} each={each} y={top} height={thick} />)}
      {limit !== undefined && limit <= length && <Limit at={(limit / length) * 100} text={words.limit(bytesSaid(limit))} />}
      {laid.map((each, line) => <Line key={each.piece} each={each} y={top + thick + 10 + line * pitch} all={all} words={words} />)}
    </svg>
  );
}

const percent = (value: number): string => `${value.toFixed(3)}%`;

/** A piece: as far as it is sure filled, and up to what it may be in outline. */
function Piece({ each, y, height }: { readonly each: Laid; readonly y: number; readonly height: number }) {
  return (
    <g data-piece={each.piece}>
      {each.sureWidth < each.width && <rect class={`${markOf(each.piece)} may`} x={percent(each.from)} width={percent(each.width)} y={y} height={height} />}
      <rect class={markOf(each.piece)} x={percent(each.from)} width={percent(each.sureWidth)} y={y} height={height} />
    </g>
  );
}

function Limit({ at, text }: { readonly at: number; readonly text: string }) {
  return (
    <g class="limit">
      <line x1={percent(at)} x2={percent(at)} y1={top - 6} y2={top + thick + 6} />
      <text x={percent(at)} y={top - 9} text-anchor={at > 50 ? 'end' : 'start'}>{text}</text>
    </g>
  );
}

function Line({ each, y, all, words }: { readonly each: Laid; readonly y: number; readonly all: number; readonly words: ServiceWords }) {
  const [name, formula] = words.pieces[each.piece];
  const share = words.share(formatNumber((each.bytes.most / all) * 100, 0));
  return (
    <g class={each.piece === 'unseen' ? 'line beyond-go' : 'line'}>
      <line class="hair" x1="0" x2="100%" y1={y + 41.5} y2={y + 41.5} />
      <text class="name" x="0" y={y + 18}>{name}</text>
      <text class="formula" x="0" y={y + 32}>{formula}</text>
      <text class="figures" x="100%" y={y + 18} text-anchor="end">{segmentSaid(each)} · {share}</text>
      <Piece each={each} y={y + 37} height={9} />
    </g>
  );
}
