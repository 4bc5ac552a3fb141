import { designs, type DesignsEvent } from '../../engine/allocators/designs.ts';
import type { ExhibitWords } from './words.ts';

/** 一次调用在各家落在哪一格；都一样时只说一次。 */
function slots({ placed }: DesignsEvent): string {
  const all = designs.map((design) => placed[design].slot);
  if (all.every((slot) => slot === all[0])) return `五家都给第 ${all[0]} 格`;
  return designs.map((design) => `${short[design]}给第 ${placed[design].slot} 格`).join('，');
}

const short = { glibc: 'glibc ', fastbins: '不带 tcache 的 glibc ', tcmalloc: 'tcmalloc ', jemalloc: 'jemalloc ', mimalloc: 'mimalloc ' };

const words: ExhibitWords = {
  title: '同一组调用，五种设计',
  caption: '同样的调用，五个分配器给出五种答案。格子里的数字是释放之后各块到来的次序；每一行旁边写着为什么偏偏是这一格。',
  controls: {},
  choices: {},
  presets: { evens: '从头起隔一块释放一块', backwards: '同样的块，从尾往头释放', kilobyte: '一千字节的块' },
  kinds: { fill: '最初的块', free: '释放一块', again: '释放之后的块' },
  events: {
    fill: (event) => `第 ${event.nth} 次 malloc：${slots(event)}。还没有释放过，大家都一路往上。`,
    free: (event) => `释放第 ${event.placed.glibc.slot} 格里的块。每行旁边写着它现在在哪里等着。`,
    again: (event) => `释放之后的第 ${event.nth} 块：${slots(event)}。`,
  },
  op: (op) => (op.do === 'free' ? `下一步：释放第 ${op.id + 1} 块。` : `下一步：第 ${op.id + 1} 次 malloc。会落在哪一格？`),
  answer: (op, answer) => (op.do === 'free' ? `第 ${op.id + 1} 块已释放。` : `第 ${op.id + 1} 块：依次落在第 ${designs.map((design) => answer[design]).join('、')} 格。`),
  end: '下一格在哪里，取决于释放的块由谁、放在哪里。',
  errors: {},
  guess: {
    title: '押一押接下来的格子',
    ask: ({ id }) => `第 ${id + 1} 块：从上到下五家各在第几格`,
    unread: (text) => `“${text}”不算押注。写五个格号，每家一个，例如 0 1 2 3 4。`,
  },
  names: { glibc: 'glibc 2.36', fastbins: '不带 tcache 的 glibc', tcmalloc: 'tcmalloc', jemalloc: '不带 tcache 的 jemalloc', mimalloc: 'mimalloc' },
  why: {
    'tcache': ({ left }) => `tcache：后进先出，还剩 ${left} 块`,
    'fastbin': ({ left, stashed }) => (stashed > 0 ? `fast bin 最后进的；后面 ${stashed} 块搬进 tcache` : `fast bin：后进先出，还剩 ${left} 块`),
    'smallbin': ({ stashed }) => (stashed > 0 ? `small bin 最早进的；后面 ${stashed} 块搬进 tcache` : 'small bin：最早进的先走'),
    'unsorted': () => 'unsorted bin 里正好有一块',
    'cut': () => '从更大的空闲块上切下',
    'top': () => '各个链表都没有：从 top 切',
    'thread': ({ left }) => `线程自己的链表：后进先出，还剩 ${left} 块`,
    'central': ({ fetched }) => `线程的链表空了：从中央一次取 ${fetched} 块`,
    'lowest': () => 'slab 里最低的空闲位',
    'next': () => '最低的空闲位，还没用过',
    'fresh': () => 'free 链表：先给从没用过的块',
    'reused': () => 'free 链表用完了，由 local_free 接替',
    'to tcache': ({ count }) => `tcache 里有 ${count}/7 块`,
    'to fastbin': ({ count }) => `fast bin 里有 ${count} 块`,
    'to thread': ({ count }) => `线程的链表里有 ${count} 块`,
    'to region': ({ count }) => `在 slab 里置位，空闲 ${count} 格`,
    'to local': ({ count }) => `local_free 里有 ${count} 块，free 不动`,
    'to central': ({ count }) => `线程的链表太长：${count} 块还给中央`,
    'to unsorted': () => '合并后放进 unsorted bin',
    'to top': () => '并入 top',
  },
  slot: (slot) => `第 ${slot} 格`,
  held: (slot, block) => `第 ${slot} 格：第 ${block} 块`,
  hole: (slot) => `第 ${slot} 格：已释放`,
  unused: (slot) => `第 ${slot} 格：还没用过`,
  none: '还没有',
};
export default words;
