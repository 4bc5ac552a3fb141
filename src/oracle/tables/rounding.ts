import { rounders, rounding as roundingOf, type Range, type Rounder } from '../rounding.ts';
import { column, words, type RecordedTable, type Words } from './table.ts';

const names: Readonly<Record<Rounder, Words>> = {
  glibc: words('glibc 2.36', 'glibc 2.36'),
  jemalloc: words('jemalloc 5.3.0', 'jemalloc 5.3.0'),
  tcmalloc: words('tcmalloc 2.10', 'tcmalloc 2.10'),
  mimalloc: words('mimalloc 2.0.9', 'mimalloc 2.0.9'),
  go: words('Go 1.27, without pointers', 'Go 1.27，不含指针'),
};

/** Requests a Go span of small objects serves, cut where the spacing of classes changes. */
const ranges: readonly Range[] = [[17, 128], [129, 1024], [1025, 8192], [8193, 32_760]];

const thousands = (n: number): string => n.toLocaleString('en-US');

/** What rounding costs in five allocators. */
export function rounding(): RecordedTable {
  return {
    caption: words(
      'How much of a block nobody asked for, in percent: on average over all requests of a range of bytes, and for the worst of them. glibc’s header of 8 bytes is counted; the others keep their notes elsewhere.',
      '块里没有人要的部分占百分之几：一个范围内所有申请的平均值，和其中最糟的一个。范围以字节计。glibc 的 8 字节块头算在内，别家把账记在别处。',
    ),
    columns: [column('words', 'mean · worst', '平均 · 最糟'), ...ranges.map(([from, to]) => column('number', `${from}–${thousands(to)}`, `${from}–${thousands(to)}`))],
    rows: rounders.map((rounder) => [names[rounder], ...ranges.map((range) => {
      const { mean, worst } = roundingOf(rounder, range);
      return `${mean.toFixed(1)} · ${worst.toFixed(1)}`;
    })]),
    from: { ...words('Recorded of the real libraries; glibc by the engine that equals it', '录自真实的库；glibc 由与它相同的引擎算出'), files: ['oracle/recordings/malloc/usable.json', 'oracle/recordings/roundupsize.json'] },
  };
}
