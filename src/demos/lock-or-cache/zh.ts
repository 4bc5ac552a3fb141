import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import type { LockWords } from './words.ts';

const blocks = (count: number): string => `${formatNumber(count)} 块`;

/** 离第一块的偏移，只列前几个。 */
function listed(offsets: readonly number[]): string {
  const shown = offsets.slice(0, 6).map((offset) => formatAddress(offset)).join(' ');
  return offsets.length > 6 ? `${shown} …` : shown;
}

const words: LockWords = {
  title: '加锁还是缓存',
  caption: '轮廓是 malloc 和 free 的调用次数，实心部分是其中要去锁后面的那些。只有一把锁时，每次调用都得去；每个线程各有缓存时，tcmalloc 只在成批取块、成批还块时才去。',
  controls: { threads: '线程数', burst: '每次申请几块', size: '每块字节数', frees: '由谁释放' },
  choices: { 4096: '4,096', 32768: '32,768', self: '申请的线程', next: '另一个线程', only: '从没申请过的线程' },
  presets: { eight: '八个线程', one: '一个线程，从头看起', handed: '交给别的线程释放', only: '交给从没申请过的线程', large: '大块' },
  kinds: { 'fetch': '取一批块', 'return': '还一批块', 'direct': '没有链表的线程还块', 'span': '从页堆要 span', 'span-back': '还一个 span', 'done': '一轮结束' },
  events: {
    'fetch': ({ thread, count, whole }) => `线程 ${thread + 1} 的链表空了，去中央链表的锁后面取 ${blocks(count)}${whole ? '，正是别人整批还回来的' : ''}；接下来的几次都不用锁。`,
    'return': ({ thread, count, whole }) => `线程 ${thread + 1} 的链表超过上限，去锁后面还 ${blocks(count)}${whole ? '，整批放着，等下一个线程来取' : ''}。`,
    'direct': ({ thread }) => `线程 ${thread + 1} 从没申请过，还没有自己的链表：释放的这一块只能单独送到锁后面。`,
    'span': ({ thread, bytes }) => `中央链表也没有了。页堆另有一把锁，为线程 ${thread + 1} 切出 ${formatBytes(bytes, 'zh')} 的 span。`,
    'done': ({ thread, calls, unlocked }) => `线程 ${thread + 1}：${unlocked === calls ? `${calls} 次调用，一次锁也没加` : `${calls} 次调用，其中 ${unlocked} 次没用锁`}。`,
    'span-back': ({ bytes }) => `有个 span 没人用了：${formatBytes(bytes, 'zh')} 还给页堆，要过它的锁。`,
  },
  op: (op) => (op.do === 'malloc' ? `下一步：线程 ${op.thread + 1} 申请 ${blocks(op.count)}。` : `下一步：线程 ${op.thread + 1} 释放${op.of === op.thread ? '' : `线程 ${op.of + 1} 的`} ${blocks(op.count)}。`),
  answer: (op, answer) => (op.do === 'free' ? `线程 ${op.thread + 1} 释放了 ${blocks(op.count)}。` : `线程 ${op.thread + 1} 拿到 ${blocks(op.count)}：${listed(answer.blocks)}。`),
  end: '线程自己的缓存给得出的，都不用等锁。',
  errors: {},
  oneLock: '一把锁',
  everyCall: '每次调用',
  thread: (number) => `线程 ${number}`,
  calls: (calls) => `共 ${formatNumber(calls)} 次调用`,
  together: '各有缓存',
  share: (percent) => `占其中 ${percent}`,
};
export default words;
