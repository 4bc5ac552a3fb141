import type { Recordings, Subject } from '../changes.ts';
import { words, type Words } from '../tables/table.ts';
import { call, held, named, object, range, size } from './traits.ts';
import { bytes, kib, mib, number, same, type Value } from './values.ts';

/** How one subject is told. */
export interface Telling {
  /** What is measured, in a sentence without numbers. */
  readonly means: Words;
  readonly recording: keyof Recordings;
  /** What a trait of the subject is called in a table. Throws for a trait without words. */
  readonly trait: (name: string) => Words;
  /** A value as the table prints it; `null` where a version has no such trait. */
  readonly value: (value: Value) => Words;
  /** Which of the two is code. */
  readonly code?: 'trait' | 'value';
  /** Whether what was and what is stand below each other, being long. */
  readonly long?: true;
}

/** Every subject's words: one that is new does not compile until it has some. */
export const subjects: Readonly<Record<Subject, Telling>> = {
  'VIRT': {
    means: words('The address space a small program claims.', '一个小程序占用的地址空间。'),
    recording: 'growth', trait: held, value: kib,
  },
  'startup': {
    means: words('The memory calls a program makes while it starts, and how many of each.', '程序启动时发出的内存调用，每种各几次。'),
    recording: 'startup', trait: call, value: (value) => number(value ?? 0), code: 'trait',
  },
  'heap base': {
    means: words('The address of the heap’s first mapping.', '堆的第一个映射所在的地址。'),
    recording: 'growth', trait: named({ 'first mapping': words('first mapping', '第一个映射') }), value: (value) => (value === 'random' ? words('random', '随机') : same(String(value))),
  },
  'heap mapping': {
    means: words('How much of the heap is mapped writable, by what the program holds.', '程序持有多少内存时，堆里有多少已映射为可写。'),
    recording: 'growth', trait: held, value: kib,
  },
  'heapArena': {
    means: words('What the runtime keeps beside each arena of the heap.', '运行时为堆的每个 arena 另记的内容。'),
    recording: 'startup', trait: named({ bytes: words('one heapArena', '一个 heapArena') }), value: bytes,
  },
  'size class': {
    means: words('The sizes that runtime.MemStats lists in BySize.', 'runtime.MemStats 的 BySize 列出的大小。'),
    recording: 'blackbox', trait: size, value: (value) => (value === null ? words('not listed', '没列出') : words('listed', '列出')),
  },
  'bytes charged': {
    means: words('What TotalAlloc counts for one object.', '一个对象在 TotalAlloc 里记多少。'),
    recording: 'blackbox', trait: object, value: bytes,
  },
  'rounding without pointers': {
    means: words('How much room append makes for a request, in memory without pointers.', '内存不含指针时，append 为一个请求留多大地方。'),
    recording: 'blackbox', trait: range, value: bytes,
  },
  'rounding with pointers': {
    means: words('How much room append makes for a request, in memory with pointers.', '内存含指针时，append 为一个请求留多大地方。'),
    recording: 'blackbox', trait: range, value: bytes,
  },
  'objects in a page': {
    means: words('How many objects of one size lie in a page of the heap.', '堆的一页里能放几个同样大小的对象。'),
    recording: 'blackbox', trait: object, value: number,
  },
  'append': {
    means: words('The capacities of a slice that grows one element at a time.', '切片一次追加一个元素，容量依次是多少。'),
    recording: 'blackbox',
    trait: named({ 'int64': words('int64', 'int64'), 'byte': words('byte', 'byte'), 'int64 that stays local': words('int64, used in one function only', 'int64，只在函数内使用') }),
    value: (value) => same(String(value)), code: 'value', long: true,
  },
  'goroutine': {
    means: words('What one goroutine costs, averaged over very many.', '一个 goroutine 平均占多少，取很多个的平均值。'),
    recording: 'goroutines',
    trait: named({
      'bytes of stack, waiting': words('stack, while it waits', '等待时的栈'),
      'bytes of heap, waiting': words('heap, while it waits', '等待时的堆'),
      'bytes of heap, dead and collected': words('heap, after it ended and a collection', '结束并回收之后的堆'),
    }),
    value: bytes,
  },
  'stack': {
    means: words('How large a stack becomes under deep calls, and after a collection.', '调用很深时栈有多大，回收之后又有多大。'),
    recording: 'depth',
    trait: named({
      'bytes at 10,000 medium frames': words('10,000 calls of medium frames', '10,000 层中等栈帧'),
      'bytes at 10,000 large frames': words('10,000 calls of large frames', '10,000 层大栈帧'),
      'bytes after one collection': words('after one collection', '一次回收之后'),
      'sizes while growing': words('sizes while it grows', '增长途中的大小'),
    }),
    value: (value) => (typeof value === 'string' ? same(value) : mib(value)),
  },
  'first stack': {
    means: words('The first stack of a goroutine that starts while many others wait, each some thousand bytes deep.', '许多 goroutine 在几千字节深处等着，这时新开的 goroutine，第一个栈有多大。'),
    recording: 'starting',
    trait: named({
      before: words('before a collection', '回收之前'),
      reused: words('after one, in the g of an ended goroutine', '回收之后，用死掉的 g'),
      fresh: words('after one, in a new g', '回收之后，用新的 g'),
    }),
    value: bytes,
  },
  'heap goal': {
    means: words('NextGC after two collections in a row, GOGC at its default.', 'GOGC 取默认值，连做两次回收之后的 NextGC。'),
    recording: 'blackbox',
    trait: named({
      'least': words('nothing live', '没有存活对象'),
      '16 MiB live': words('16 MiB live', '存活 16 MiB'),
      '16 MiB live, deep stack': words('16 MiB live, and a deep stack', '存活 16 MiB，外加一个很深的栈'),
    }),
    value: mib,
  },
  'gctrace': {
    means: words('The form of a line that GODEBUG=gctrace=1 prints; N stands for a number.', 'GODEBUG=gctrace=1 所打印一行的样子，N 代表数字。'),
    recording: 'gctrace', trait: named({ line: words('one collection', '一次回收') }), value: (value) => same(String(value)), code: 'value', long: true,
  },
  'escape': {
    means: words('Whether go build -gcflags=-m says that something goes to the heap.', 'go build -gcflags=-m 怎么说：有没有东西要放到堆上。'),
    recording: 'escapes', trait: same, value: (value) => verdicts[value ?? 'nothing'] ?? same(String(value)), code: 'trait', long: true,
  },
  'huge pages': {
    means: words('Whether pages that the heap gave back are in memory again, where huge pages are for everybody and khugepaged came by.', '大页设为 always 时，堆归还的页在 khugepaged 来过之后是不是又回到了内存里。'),
    recording: 'inflated', trait: named({ 'half a heap given back': words('half a heap given back', '归还半个堆') }), value: (value) => fates[value ?? 'nothing'] ?? same(String(value)),
  },
};

const fates: Readonly<Record<string, Words>> = {
  'stays away': words('stays away', '没有回来'),
  'comes back': words('comes back', '又回来了'),
  'nothing': words('nothing known', '不清楚'),
};

const verdicts: Readonly<Record<string, Words>> = {
  heap: words('to the heap', '放到堆上'),
  stack: words('stays off the heap', '不放到堆上'),
  nothing: words('says nothing', '不作声'),
};
