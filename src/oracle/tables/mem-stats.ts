import file from '../../../oracle/recordings/account.json' with { type: 'json' };
import { memStatsFields, type MemStatsField } from '../../engine/memory/ledger/mem-stats.ts';
import { momentOf } from '../facts/other-memory.ts';
import { readRecording } from '../recording.ts';
import { column, from, words, type Column, type RecordedTable, type Words } from './table.ts';

/** What each field counts. */
const meanings: Readonly<Record<MemStatsField, Words>> = {
  Sys: words('all of the lines marked +', '标 + 各行之和'),
  HeapAlloc: words('objects, those not yet collected too', '对象，包括还没回收的'),
  HeapInuse: words('spans that hold objects', '装着对象的 span'),
  HeapIdle: words('pages without a span', '没有 span 的页'),
  HeapReleased: words('of these, given back or never used', '其中已经归还、或者从没用过的'),
  HeapSys: words('+ HeapInuse and HeapIdle', '+ HeapInuse 与 HeapIdle 之和'),
  StackInuse: words('goroutines’ stacks, and those of threads', 'goroutine 的栈，和线程用的栈'),
  StackSys: words('+ the same, without cgo', '+ 不用 cgo 时同上'),
  MSpanInuse: words('records of spans', 'span 的记录'),
  MSpanSys: words('+ the same with room for more', '+ 同上，加上备用的'),
  MCacheInuse: words('caches of Ps', '各 P 的缓存'),
  MCacheSys: words('+ the same with room for more', '+ 同上，加上备用的'),
  BuckHashSys: words('+ the profiler’s table and records', '+ profiler 的表和记录'),
  GCSys: words('+ notes on arenas and pages, mark bits, work queues', '+ arena 和页的账、标记位、工作队列'),
  OtherSys: words('+ lists of spans, specials, the rest', '+ span 的清单、special，以及其余'),
};

const moments = [
  [words('small', '小程序'), momentOf('hello', 'start')],
  [words('80 MiB held', '拿着 80 MiB'), momentOf('given back', 'hold')],
  [words('dropped, collected', '丢掉，做过 GC'), momentOf('given back', 'gc')],
  [words('given back', '已经归还'), momentOf('given back', 'free')],
  [words('10,000 goroutines', '10,000 个 goroutine'), momentOf('goroutines', 'goroutines')],
] as const;

const inKiB = (head: Words): Column => ({ head, kind: 'number' });

/** Every field of MemStats that counts memory, in five moments of real programs. */
export function memStats(): RecordedTable {
  const recording = readRecording('account@1', file);
  return {
    caption: words('MemStats of programs of Go 1.27, in KiB. The lines marked + add up to Sys, to the byte. Below them, what the kernel has in memory of the whole process.', 'Go 1.27 的几个程序的 MemStats，单位 KiB。标 + 的各行加起来就是 Sys，一个字节不差。最后一行是整个进程在内存里的部分，由内核统计。'),
    columns: [column('code', 'field', '字段'), column('words', 'counts', '数的是'), ...moments.map(([head]) => inKiB(head))],
    rows: [
      ...memStatsFields.map((field) => [field, meanings[field], ...moments.map(([, { memStats: stats }]) => Math.round(stats[field]! / 1024))]),
      ['VmRSS', words('the kernel: pages in memory', '内核：在内存里的页'), ...moments.map(([, { status }]) => status['VmRSS']!)],
    ],
    from: from(recording, 'account.json'),
  };
}
