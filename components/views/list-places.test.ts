import { expect, test } from 'vitest';
import type { LinkMark, ListRow } from '../../src/demos/scene.ts';
import { layOutLists } from './list-places.ts';

const row = (key: string): ListRow => ({ key, name: key, note: '', noted: false });
const link = (list: string, index: number, label = '2a0'): LinkMark => ({ key: `${list}/${index}`, list, label, note: '', title: '', meaning: 'cached', now: false });
const links = (list: string, count: number) => Array.from({ length: count }, (_, i) => link(list, i));

test('a full cache of seven stands in one line of the narrowest drawing, 299 pixels', () => {
  const { rows } = layOutLists([row('tcache')], links('tcache', 7), 0);
  const boxes = [...rows.get('tcache')!.boxes.values()];
  expect(new Set(boxes.map(({ y }) => y)).size).toBe(1);
  expect(Math.max(...boxes.map(({ x, width }) => x + width))).toBeLessThanOrEqual(299);
});

test('a longer list goes on in the next line, and the list below it makes room', () => {
  const { rows, height } = layOutLists([row('fastbin'), row('unsorted')], [...links('fastbin', 9), link('unsorted', 0)], 0);
  const [fastbin, unsorted] = [[...rows.get('fastbin')!.boxes.values()], [...rows.get('unsorted')!.boxes.values()]];
  expect(fastbin[7]!.y).toBeGreaterThan(fastbin[6]!.y);
  expect(fastbin[7]!.x).toBe(fastbin[0]!.x);
  expect(unsorted[0]!.y).toBeGreaterThan(fastbin[8]!.y);
  expect(height).toBeGreaterThan(unsorted[0]!.y);
});

test('only the last box of a list has no chain to a next one', () => {
  const { rows } = layOutLists([row('tcache')], links('tcache', 3), 0);
  expect([...rows.get('tcache')!.boxes.values()].map(({ last }) => last)).toEqual([false, false, true]);
});

test('boxes are as wide as their longest text', () => {
  const width = (label: string): number => layOutLists([row('top')], [link('top', 0, label)], 0).rows.get('top')!.boxes.get('top/0')!.width;
  expect(width('322a0')).toBeGreaterThan(width('8a0'));
});
