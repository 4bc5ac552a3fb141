import { forcedAfter } from '../../engine/go/heap/scavenger-clock.ts';
import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { ClockWords } from './words.ts';

const mib = 2 ** 20;
/** Large amounts in whole MiB: the scavenger does not aim at less. */
const bytes = (size: number): string => formatBytes(size < 4 * mib ? size : Math.round(size / mib) * mib, 'zh');
const seconds = (now: number): string => `${formatNumber(now)} 秒`;

const words: ClockWords = {
  title: '清道夫的钟',
  caption: `一次回收放掉的内存，清道夫要等下一次回收之后才去看。程序静下来，就没有下一次，直到 ${seconds(forcedAfter)}后运行时强制回收一次：在那之前一点不还，之后几乎全还。`,
  controls: { version: 'Go' },
  choices: { 1.21: '1.21 及以后', '1.20': '1.20 及以前' },
  presets: { idle: '一次 runtime.GC()，然后什么也不做', twice: '再来一次 runtime.GC()', sparse: '没有一块是密的', before: 'Go 1.20 及以前' },
  kinds: { collected: '一次回收', returned: '内存归还' },
  events: {
    collected: ({ forced, freed, now }) => `第 ${seconds(now)}：${forced ? `已有 ${seconds(forcedAfter)}没有回收，运行时强制来一次。` : 'runtime.GC()。'}${freed > 0 ? `放掉 ${bytes(freed)}，全都还在内存里。` : '它没放掉什么，但上一次放掉的现在可以归还了。'}`,
    returned: ({ bytes: size, now }) => `第 ${seconds(now)}：清道夫从最高的地址往下，归还了 ${bytes(size)}；比在用的多留一成。`,
  },
  op: (op) => {
    switch (op.do) {
      case 'hold': return `下一步：程序拿着 ${formatNumber(op.blocks)} MiB，一块一 MiB。`;
      case 'keep': return `下一步：只留最老的 ${formatNumber(op.blocks)} 块，其余放手。`;
      case 'thin': return `下一步：每 ${formatNumber(op.nth)} 块放掉一块。`;
      case 'collect': return '下一步：runtime.GC()。';
      case 'wait': return `下一步：${seconds(op.seconds)}什么也不做。内存什么时候归还？`;
    }
  },
  answer: (op, answer) => {
    if (op.do !== 'wait') return '';
    if (answer === null || answer === undefined) return `等了 ${seconds(op.seconds)}：一点没还。`;
    return answer === 0 ? `等了 ${seconds(op.seconds)}：内存马上就归还了。` : `等了 ${seconds(op.seconds)}：过了 ${seconds(answer)}，随着强制的回收，内存归还了。`;
  },
  end: '还在内存里的空闲页，等着堆再长，或者等着轮到自己归还。',
  errors: {
    line: ({ text }) => `看不懂“${text}”。可以写：${examples.join('，')}。`,
    range: ({ number, most }) => `${formatNumber(Number(number))} 不在 1 到 ${formatNumber(Number(most))} 之间。`,
    fewer: ({ held }) => `程序已经拿着 ${formatNumber(Number(held))} MiB。要放手，写 keep。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `一行一句：${examples.join('，')}。单位是 MiB 和秒，一块一 MiB。# 开头是注释。清道夫做得多快没有模拟：它最多用一个 CPU 的百分之一，这里当作一秒内做完。什么都不运行时，运行时每 ${seconds(forcedAfter / 2)}才看一次钟，强制回收最晚可能拖到第 ${seconds(forcedAfter * 1.5)}。`,
  guess: { title: '押一个时间', ask: ({ do: verb }) => (verb === 'wait' ? '这次等待的第几秒，内存归还？（从不归还写 -）' : ''), unread: (text) => `“${text.slice(0, 20)}”不是秒数。写一个数，或者 - 表示从不。` },
  heap: (chunk) => `堆，每块（chunk）${bytes(chunk)}`,
  inMemory: '在内存里',
  bytes,
  seconds,
  second: '秒',
  collection: (forced, now) => (forced ? `强制回收，${seconds(now)}` : '回收'),
  states: { used: '在用', garbage: '放手了，还没回收', waiting: '已释放，下一次回收之后才看', eligible: '空闲，可以归还', released: '不在内存里' },
};
export default words;
