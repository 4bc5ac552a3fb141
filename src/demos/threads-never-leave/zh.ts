import { arenaKiB, stackKiB } from '../../engine/go/threads/glibc.ts';
import { mostBlocked } from '../../engine/go/threads/thread-machine.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { ThreadWords } from './words.ts';

const mib = (kib: number): string => `${Math.floor(kib / 1024)} MiB`;

const words: ThreadWords = {
  title: '线程只来不走',
  caption: '一格是一个线程。goroutine 进了系统调用或者 C，就占住正在跑的线程，别的 goroutine 只好另开一个。调用返回了，线程还在。',
  controls: { calls: '等在', arenas: 'MALLOC_ARENA_MAX' },
  choices: { system: '系统调用里', c: 'C 里（cgo）', unset: '没有设置' },
  presets: { calls: '一百个系统调用', c: '一百个 C 调用', two: '同上，只许两个 arena', locked: '一百个锁住线程的', both: '两种都有' },
  kinds: { block: '进入调用', lock: '锁住线程，进入调用', return: '返回', gc: 'GC' },
  events: {
    block: ({ count, before, threads }) => `${formatNumber(count)} 个 goroutine 进入调用，各占住一个线程，P 交给下一个。多了 ${threads - before} 个线程，现在 ${threads} 个。`,
    lock: ({ count, before, threads }) => `${formatNumber(count)} 个 goroutine 先锁住自己的线程，再进入调用：多了 ${threads - before} 个线程，现在 ${threads} 个。程序第一次调用 LockOSThread，还会多一个模板线程。`,
    return: ({ before, threads }) => threads === before
      ? `调用全部返回。线程等着下一件活，一个也没有结束：${threads} 个。`
      : `调用全部返回，${before - threads} 个线程跟着锁住它的 goroutine 结束了，剩 ${threads} 个。进程的第一个线程不能结束，轮到它时，就永远搁在一边。`,
    gc: ({ threads }) => `五次 GC。线程不是对象：还是 ${threads} 个。`,
  },
  op: (op) => {
    switch (op.do) {
      case 'block': return `下一步：${formatNumber(op.count)} 个 goroutine 等在调用里。`;
      case 'lock': return `下一步：${formatNumber(op.count)} 个锁住线程的 goroutine 等在调用里。`;
      case 'return': return '下一步：调用全部返回，goroutine 结束。';
      case 'gc': return '下一步：五次 GC。';
    }
  },
  answer: (_op, { threads, stacks, arenas }) => `${formatNumber(threads)} 个线程${stacks > 0 ? `，glibc 的栈 ${stacks} 个，arena ${arenas} 个` : ''}。`,
  end: '线程只会跟着锁住它的 goroutine 一起结束。',
  errors: {
    line: ({ text }) => `看不懂“${text}”。可以写 ${examples.join('，或者 ')}。`,
    many: ({ most }) => `等在调用里的 goroutine 可以有 1 到 ${formatNumber(Number(most ?? mostBlocked))} 个。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `一行一个操作：${examples.join(' · ')}。block 让 goroutine 进入调用，lock 是先调用 runtime.LockOSThread 再进入，return 让调用全部返回、goroutine 结束。一个 P，两个 CPU。# 开头是注释。`,
  guess: { title: '先猜有多少线程', ask: ({ do: what }) => `${what === 'return' ? '调用全部返回之后' : '它们等着的时候'}，进程有多少个线程？等在 C 里的，再写 glibc 的栈和 arena 各几个，一共三个数。`, unread: (text) => `“${text.slice(0, 20)}”不是线程数。` },
  lanes: { threads: '线程', addresses: 'glibc 为它们占的地址', history: '线程数，一步一步' },
  threads: (n) => `${formatNumber(n)} 个线程`,
  goroutines: (n) => `${formatNumber(n)} 个 goroutine`,
  thread: ({ kind, state, locked }) => {
    if (state === 'parked') return '第一个线程：永远搁在一边';
    if (kind === 'sysmon') return 'sysmon';
    if (kind === 'template') return '模板线程';
    return state === 'idle' ? '空闲的线程' : state === 'waits' ? '主 goroutine 等在里面' : `有调用占着${locked ? '，锁给了 goroutine' : ''}`;
  },
  stacks: (n) => `${formatNumber(n)} 个栈，各 ${mib(stackKiB)}`,
  kept: (n) => `留着 ${formatNumber(n)} 个栈`,
  arenas: (n) => `${formatNumber(n)} 个 arena，各 ${mib(arenaKiB)}`,
  addresses: (mib) => `${formatNumber(mib, 0)} MiB`,
  step: '',
  facts: { goroutines: 'goroutine', threads: '线程', inCalls: '有调用占着', idle: '空闲', stacks: 'glibc 的栈', arenas: 'glibc 的 arena' },
};
export default words;
