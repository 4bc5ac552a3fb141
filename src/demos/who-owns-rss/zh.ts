import type { Lane, LevelEvent, PartName } from '../../engine/memory/ledger/level-tour.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { RssWords } from './words.ts';

const kib = (bytes: number): string => `${formatNumber(bytes / 1024, 0)} KiB`;
const of = ({ parts }: Lane, name: PartName): number => parts.find((part) => part.name === name)?.bytes ?? 0;
const counted = ({ parts }: Lane): number => parts.reduce((sum, part) => sum + (part.counted ? part.bytes : 0), 0);

const processes: Readonly<Record<string, string>> = {
  hello: '打印一个单词，然后等着', hold: '堆上拿着 80 MiB', collected: '丢掉 80 MiB，做过 GC', released: '80 MiB 已经归还', goroutines: '10,000 个 goroutine 在等', file: '映射并读过 64 MiB 的文件', c: 'C 拿着 64 MiB', threads: 'C 的 16 个线程',
};

function rss({ lane }: Extract<LevelEvent, { kind: 'rss' }>): string {
  return `内存里的 ${kib(lane.total)}，Go 数到了 ${kib(counted(lane))}：堆、goroutine 的栈、运行时自己的账，图上画了线。其余的，Go 的哪个计数器里都没有。`;
}

const words: RssWords = {
  title: 'RSS 是谁的？',
  caption: '同一个进程，四个计数器，一个比例尺。cgroup 记的比进程拿着的多；进程拿着的，Go 没有全数到；Go 数到的，又有一些谁也没碰过；活着的对象只是其中一部分。',
  controls: { process: '进程' },
  choices: processes,
  presets: { hello: '一个小程序', hold: '堆上 80 MiB', c: 'C 拿着 64 MiB', tax: '运行时自己的账，逐版本' },
  kinds: { charge: 'cgroup', rss: '常驻内存', go: 'Go 的计数器', live: '对象', notes: '运行时自己的账' },
  events: {
    charge: ({ lane }) => `cgroup 记了 ${kib(lane.total)}：进程自己的 ${kib(of(lane, 'anon'))}，文件的 ${kib(of(lane, 'mapped') + of(lane, 'cached'))}，内核的 ${kib(of(lane, 'kernel'))}。剩下的，是每个 CPU 预先记下的。`,
    rss,
    go: ({ lane }) => `Sys − HeapReleased 是 ${kib(lane.total)}。其中 ${kib(lane.untouched)} 从来没有碰过，不在 RSS 里。`,
    live: ({ lane }) => `HeapAlloc 是 ${kib(lane.total)}：对象，还没回收的垃圾也在内。`,
    notes: ({ lane }) => `Go ${lane.of} 在堆之外还留着 ${kib(lane.total)}：一个 arena 的账 ${kib(of(lane, 'note/heapArenas'))}，scavenge 索引 ${kib(of(lane, 'note/scavengeIndex'))}，profiler 的表 ${kib(of(lane, 'note/profiler'))}。`,
  },
  op: (op) => (op.do === 'notes' ? `下一步：Go ${op.version} 的运行时给自己映射了什么。` : { charge: '下一步：cgroup 记了多少。', rss: '下一步：进程的页。', go: '下一步：Go 的计数器怎么说。', live: '下一步：对象。' }[op.level]),
  answer: (_op, { bytes }) => `${kib(bytes)}。`,
  end: '相邻两个数之间差的，都叫得出名字。',
  errors: {},
  lane: ({ level, of: name }) => ({ charge: 'cgroup 记的', rss: '在内存里：RSS', go: 'Go 数到的：Sys − HeapReleased', live: '对象：HeapAlloc', notes: `Go ${name}` })[level],
  note: ({ level, untouched }) => (level === 'go' ? `其中 ${kib(untouched)} 从没碰过` : level === 'rss' ? '画线的，Go 数得到' : undefined),
  parts: {
    'anon': '进程自己的', 'mapped': '映射的文件', 'cached': '只是读过的文件', 'kernel': '内核的', 'rest': '预先记的',
    'rss/goHeap': 'Go 的堆', 'rss/goNotes': '运行时的账', 'rss/cHeap': 'C 的堆', 'rss/stacks': '线程的栈', 'rss/program': '程序文件', 'rss/libraries': '共享库', 'rss/files': '映射的文件', 'rss/kernel': 'vdso', 'rss/unclear': '说不清的',
    'objects': '对象', 'unused': 'span 里的空位', 'free': '空闲页', 'stacks': 'goroutine 的栈', 'tables': '运行时的账',
    'note/arenaIndex': 'arena 索引', 'note/heapArenas': 'heapArena', 'note/summaries': '页摘要', 'note/scavengeIndex': 'scavenge 索引', 'note/chunkTable': 'chunk 表', 'note/allspans': 'allspans', 'note/gcBits': '标记位', 'note/profiler': 'profiler 的表', 'note/persistent': '零碎结构',
  },
  amount: kib,
  part: (name, bytes, isCounted) => `${name}：${kib(bytes)}${isCounted ? '，Go 数到了' : ''}`,
  nothing: '还没开始看',
  names: '每条从左到右：',
};
export default words;
