import type { BinsFrame, LinkMark, ListRow, StripMark } from '../../src/demos/scene.ts';
import type { PropsOf } from '../player/view.ts';
import { classOf } from './legend.ts';
import { between, boxHeight, layOutLists, names, type BoxPlace, type RowPlace } from './list-places.ts';
import { layOut } from './strip-places.ts';
import { LaneHead, Pointer, Stretch } from './Strips.tsx';

const isLink = (mark: StripMark | LinkMark): mark is LinkMark => 'list' in mark;
const isStretch = (mark: StripMark | LinkMark): mark is StripMark => !isLink(mark);

/** A heap as strips, and beneath it the lists of what is free: each block once where it lies and once where it waits. */
export function Bins({ drawing, title, describedBy, onPick }: PropsOf<'bins'>) {
  const marks = drawing.keys.value.map((key) => drawing.mark(key).value);
  const { lanes, lists, ends } = drawing.frame.value;
  const strips = layOut(lanes);
  const links = marks.filter(isLink);
  const places = layOutLists(lists, links, strips.height + 6);
  return (
    <svg class="view strips bins" role="img" aria-label={title} aria-describedby={describedBy} width="100%" height={places.height}>
      {lanes.map((lane) => <LaneHead key={lane.key} lane={lane} place={strips.places.get(lane.key)!} />)}
      {marks.filter(isStretch).map((mark) => {
        const { rowsTop, pitch, perRow } = strips.places.get(mark.key.slice(0, mark.key.indexOf('/')))!;
        return <Stretch key={mark.key} mark={{ value: mark }} top={rowsTop} pitch={pitch} perRow={perRow} onPick={onPick} />;
      })}
      {lanes.map((lane) => lane.pointers?.map((pointer) => <Pointer key={`${lane.key}/${pointer.label}`} {...pointer} place={strips.places.get(lane.key)!} />))}
      {lists.map((list) => <List key={list.key} list={list} place={places.rows.get(list.key)!} ends={ends} />)}
      {links.map((mark) => <Link key={mark.key} mark={mark} place={places.rows.get(mark.list)!.boxes.get(mark.key)!} />)}
    </svg>
  );
}

interface ListProps { readonly list: ListRow; readonly place: RowPlace; readonly ends: BinsFrame['ends'] }

/** A list's name and how full it is; above its first and last box, which end is which and from which one is taken. */
function List({ list, place: { top, boxes }, ends }: ListProps) {
  const { key, name, note, takes } = list;
  const places = [...boxes.values()];
  const [head, tail] = [places[0], places.at(-1)];
  const end = (which: 'head' | 'tail'): string => (takes === which ? ends.next : ends[which]);
  return (
    <g class="list" data-list={key}>
      <text class="name head" x="0" y={top + 26}>{name}</text>
      <text class="rule" x="0" y={top + 40}>{note}</text>
      {!head && <text class="rule" x={names} y={top + 26}>{ends.empty}</text>}
      {takes && head && <text class={`end${takes === 'head' || head === tail ? ' next' : ''}`} x={head.x} y={head.y - 3}>{head === tail ? ends.next : end('head')}</text>}
      {takes && tail && head !== tail && <text class={`end${takes === 'tail' ? ' next' : ''}`} x={tail.x + tail.width} y={tail.y - 3} text-anchor="end">{end('tail')}</text>}
    </g>
  );
}

function Link({ mark, place: { x, y, width, last } }: { readonly mark: LinkMark; readonly place: BoxPlace }) {
  const { key, label, note, title, meaning, now } = mark;
  return (
    <g class="link" data-key={key} data-meaning={meaning} data-now={now || undefined}>
      <title>{title}</title>
      {!last && <line class="chain" x1={x + width} x2={x + width + between} y1={y + boxHeight / 2} y2={y + boxHeight / 2} />}
      <rect class={`cell ${classOf(meaning)}${now ? ' now' : ''}`} x={x + 0.5} y={y + 0.5} width={width - 1} height={boxHeight - 1} />
      <text class="box" x={x + width / 2} y={y + 13} text-anchor="middle">{label}</text>
      <text class="end" x={x + width / 2} y={y + boxHeight + 11} text-anchor="middle">{note}</text>
    </g>
  );
}
