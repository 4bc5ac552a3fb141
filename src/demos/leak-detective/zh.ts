import { examples } from './read.ts';
import type { LeakWords } from './words.ts';

const list = (names: readonly string[]): string => names.join('、');

/** 猜的时候写下的名字。 */
const named = (written: string): string => list(written.split(' '));

const words: LeakWords = {
  title: '泄漏侦探',
  caption: 'goroutine 和 channel。箭头从 goroutine 出来，是它拿着这个 channel；箭头指向它，是它在那里等，可能被叫醒。标记从能运行的开始。等的 channel 标记到了，这个 goroutine 就可能醒来，它的栈也算数；直到什么都不再变，剩下的就是泄漏了。是谁？',
  controls: {},
  choices: { 0: '谁也没有' },
  presets: { timeout: '谁也没有它的 channel', select: '两个 channel 等一个', chain: '一个叫醒一个', hidden: '全局变量遮住了', ring: '互相等' },
  kinds: { roots: '根', revived: '可能醒来的', leaked: '泄漏的' },
  events: {
    roots: ({ goroutines, channels }) => `gcPrepareMarkRoots：${goroutines.length === 0 ? '没有能运行的 goroutine' : `${list(goroutines)} 能运行，是根`}。${channels.length === 0 ? '从这里没有标记到 channel。' : `从这里和全局变量标记到 ${list(channels)}。`}`,
    revived: ({ goroutine, by, channels }) => `findMaybeRunnableGoroutines：${goroutine} 在等 ${by}，${by} 标记过，所以它可能醒来，扫描它的栈${channels.length === 0 ? '' : `，标记到 ${list(channels)}`}。`,
    leaked: ({ goroutines }) => (goroutines.length === 0 ? 'findGoroutineLeaks：没有新的，也没有剩下的，没有泄漏。' : `findGoroutineLeaks：没有新的了。${list(goroutines)} 等的，能运行的谁也没有：泄漏了。`),
  },
  op: (op) => (op.do === 'profile' ? '下一步：goroutineleak 这个 profile。它会说出谁？' : op.do === 'global' ? `下一步：有个包级变量通向 ${list(op.channels)}。` : `下一步：启动 ${op.goroutine.name}。`),
  answer: (op, { leaked }) => (op.do === 'profile' ? `profile 说出了${leaked.length === 0 ? '：没有' : ` ${list(leaked)}`}。` : ''),
  end: '泄漏的，是在等活着的谁也够不着的东西。',
  errors: {
    line: ({ text }) => `“${text}”不是这幅图认得的一行。可以写：${examples.join('，或者 ')}。`,
    twice: ({ name }) => `${name} 已经启动过了。`,
    many: ({ most }) => `最多放得下 ${most} 个 goroutine。`,
    channels: ({ most }) => `最多放得下 ${most} 个 channel。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能按时跑完。',
  },
  help: `一行一个：${examples.join(' · ')}。channel 用单个字母。holds 是 goroutine 还要用到的局部变量。`,
  guess: { title: '谁泄漏了？', ask: ({ do: what }) => (what === 'profile' ? 'profile 会说出谁？（没有就写 0）' : ''), unread: (text) => `“${text.slice(0, 20)}”里没有 goroutine。写 G2 G4，或者 0。`, missed: (yours, ours) => `你说${yours === '0' ? '没有泄漏' : `是 ${named(yours)}`}；profile 说${ours === '0' ? '没有' : `是 ${named(ours)}`}。` },
  global: '全局',
  waits: '等',
  fate: (fate, runs, asked) => (fate === 'leaked' ? '泄漏' : fate === 'revived' ? '可能醒来' : runs ? '能运行' : asked ? '还没轮到' : '等着'),
  verdict: (leaked, asked) => (!asked ? '还没问' : leaked === 0 ? '目前没有泄漏' : `${leaked} 个泄漏`),
  channel: (marked) => (marked ? '标记了' : ''),
  marked: '标记到的 channel',
  list,
};
export default words;
