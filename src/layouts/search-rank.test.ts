import { expect, test } from 'vitest';
import { placesOf, rank, type Place } from './search-rank.ts';

const place = (section: string): Place => ({ page: '术语表', section, url: `/#${section}`, excerpt: '' });
const sections = (places: readonly Place[]) => places.map(({ section }) => section);

test('The heading that is the query comes first, then headings with it, then exact mentions, then parts', () => {
  const exact = [place('堆'), place('写时复制的代价'), place('写时复制 copy-on-write')];
  const loose = [place('按需调页'), ...exact];
  expect(sections(rank('写时复制', exact, loose, 10))).toEqual(['写时复制 copy-on-write', '写时复制的代价', '堆', '按需调页']);
});

test('The heading that is the query comes first even where the index missed the phrase', () => {
  expect(sections(rank('地址空间', [place('mmap')], [place('保留'), place('地址空间 address space')], 10))).toEqual(['地址空间 address space', 'mmap', '保留']);
});

test('Places of equal rank keep the order of the index', () => {
  expect(sections(rank('x', [], [place('b'), place('a'), place('c')], 10))).toEqual(['b', 'a', 'c']);
});

test('No place comes twice, and no more than asked for', () => {
  expect(rank('a', [place('a')], [place('a'), place('b'), place('c')], 2)).toEqual([place('a'), place('b')]);
});

test('Case does not matter', () => {
  expect(sections(rank('rss', [place('PSS'), place('RSS')], [], 10))).toEqual(['RSS', 'PSS']);
});

test('A page without sections is a place itself', () => {
  expect(placesOf({ url: '/en/', meta: { title: 'Home' }, excerpt: 'e', sub_results: [] })).toEqual([{ page: 'Home', section: 'Home', url: '/en/', excerpt: 'e' }]);
});
