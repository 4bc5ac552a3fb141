import type { LifeOp } from '../../engine/go/lifetimes/lifetimes.ts';
import { examples } from './read.ts';
import type { LifeWords } from './words.ts';

const list = (names: readonly string[]): string => names.join('、');

const words: LifeWords = {
  title: '身后事',
  caption: '放手了的对象，带着 finalizer、cleanup 和弱指针，一次一次 GC 地看。finalizer 会留住对象指向的一切，还让对象自己再活一回；cleanup 什么也不留。所以带 finalizer 的链一次走一个，圈永远走不了。',
  controls: {},
  choices: {},
  presets: { chain: '链，带 finalizer', chainCleanups: '链，带 cleanup', ring: '圈，带 finalizer', ringCleanups: '圈，带 cleanup', four: '各种都有，看次序' },
  kinds: { marked: '标记完成', resurrected: '又活了', freed: '释放', ran: '函数执行' },
  events: {
    marked: ({ held, forFinalizers }) => `markroot：${held.length === 0 ? '程序手里什么也没有' : `手里有 ${list(held)}`}。${forFinalizers.length === 0 ? '' : `finalizer 可能要用，所以标记 ${list(forFinalizers)}。`}`,
    resurrected: ({ name, weak }) => `sweep：${name} 死了，但有 finalizer。${weak ? '弱指针从此是 nil。' : ''}finalizer 排进队列，${name} 活到下一次 GC。`,
    freed: ({ name, cleanups, weak }) => `sweep：${name} 死了${cleanups === 0 ? '' : `，${cleanups} 个 cleanup 排进队列`}${weak ? '，弱指针是 nil' : ''}。格子空出来了。`,
    ran: ({ order }) => `清扫之后按这个次序执行：${list(order)}。Go 不保证任何次序。`,
  },
  op: nextOf,
  answer: (op, { ran }) => (op.do !== 'gc' ? '' : ran.length === 0 ? '什么也没执行。' : `执行了 ${list(ran)}。`),
  end: '执行了的，都在某一次 GC 发现对象死了之后。',
  errors: {
    line: ({ text }) => `“${text}”不是这幅图认得的一行。可以写：${examples.join('，或者 ')}。`,
    twice: ({ name }) => `${name} 已经有了。`,
    finalizers: ({ name }) => `${name} 只能有一个 finalizer。`,
    many: ({ most }) => `最多放得下 ${most} 个对象。`,
    unknown: ({ name }) => `还没有 ${name}。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能按时跑完。',
  },
  help: `一行一个：${examples.join(' · ')}。a() 是 a 的 finalizer，a1 是它的第一个 cleanup。边上的 w 是弱指针，∅ 说明它是 nil。排进队列的，在下一行之前执行。`,
  carries: ({ finalizer, cleanups }) => [finalizer ? 'finalizer' : '', cleanups.length === 0 ? '' : cleanups.length === 1 ? 'cleanup' : `${cleanups.length} cleanup`].filter(Boolean).join('，'),
  weak: { none: '', points: '弱指针', nil: '弱指针是 nil' },
  state: ({ freed }, reachable, kept) => (freed ? '释放了' : reachable ? '还拿着' : kept ? '为 finalizer 留着' : '放手了'),
  kept: '留着',
  verdict: (cycles, ran) => (cycles === 0 ? '还没有 GC' : `${cycles} 次 GC，${ran.length === 0 ? '什么也没执行' : `执行了 ${ran.length} 个`}`),
  ran: '执行过的',
  list,
};

function nextOf(op: LifeOp): string {
  switch (op.do) {
    case 'new': return `下一步：造出 ${op.name}。`;
    case 'finalizer': return `下一步：runtime.SetFinalizer(${op.of}, …)。`;
    case 'cleanup': return `下一步：runtime.AddCleanup(${op.of}, …)。`;
    case 'weak': return `下一步：weak.Make(${op.of})。`;
    case 'link': return `下一步：${op.from} 指向 ${op.to}。`;
    case 'drop': return `下一步：程序放手 ${op.of}。`;
    case 'gc': return '下一步：一次 GC。之后会执行什么？';
  }
}
export default words;
