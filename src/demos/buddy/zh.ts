import { formatAddress, formatBytes, formatNumber, formatQuantity } from '../../i18n/quantity.ts';
import { heapErrors, heapHelp } from '../heap-program.zh.ts';
import type { BuddyWords } from './words.ts';

const size = (bytes: number): string => formatBytes(bytes, 'zh');
const hex = (addr: number): string => `0x${formatAddress(addr)}`;
const times = (ratio: number): string => formatQuantity({ value: ratio, unit: 'times' }, 'zh').replace(/ 次$/, ' 倍');

const found = {
  free: '它空闲，又是完整的一块：合并。',
  used: '它在用：到此为止。',
  split: '它已切成更小的块，没有全部空闲：到此为止。',
  none: '那已经在堆外：整个堆就是一块。',
};

const words: BuddyWords = {
  title: '伙伴系统',
  caption: '块的大小都是 2 的幂，每块都是上一层的一半。一块只和一个邻居合并，就是它的伙伴；把自己的地址翻转一位，就找到伙伴。',
  controls: { heap: '堆的字节数', least: '最小块' },
  choices: {},
  presets: { split: '切开与合并', neighbours: '相邻且空闲，却不是伙伴', worst: '比 2 的幂多一个字节', even: '大小均匀分布', logarithm: '大小的对数均匀分布' },
  kinds: { take: '找到空闲块', split: '切成两半', place: '给出一块', none: '没有够大的块', ask: '问伙伴', merge: '伙伴合并', put: '重新空闲' },
  events: {
    take: (event) => `够用的空闲块里最小的一块：${hex(event.addr)} 处的 ${size(event.size)}。`,
    split: (event) => `还能再分一半：切成两个 ${size(event.size)}的伙伴，在 ${hex(event.addr)} 和 ${hex(event.addr + event.size)}。继续用低的那块。`,
    place: (event) => `程序要 ${size(event.asked)}，得到 ${hex(event.addr)} 处的 ${size(event.size)}${event.size > event.asked ? `，其中 ${size(event.size - event.asked)}没人要` : ''}。`,
    none: (event) => `没有 ${size(event.size)}的空闲块，虽然空闲的一共有 ${size(event.free)}。malloc 给不出指针。`,
    ask: ({ addr, size: own, buddy, state }) => `${hex(addr)} 的伙伴在 ${hex(addr)} XOR ${hex(own)} = ${hex(buddy)}。${found[state]}`,
    merge: (event) => `两个伙伴又成一块：${hex(event.addr)} 处的 ${size(event.size)}。`,
    put: (event) => `${hex(event.addr)} 处的 ${size(event.size)}挂进这一级的空闲链表。`,
  },
  op: (op) => (op.do === 'free' ? `下一步：free ${op.name ?? op.id}。` : `下一步：给 ${op.name ?? op.id} ${op.do} ${size(op.size)}。`),
  answer: ({ name, id, ...op }, answer) => {
    if (op.do === 'free') return `${name ?? id} 释放了。`;
    return answer === null ? `${name ?? id} 没有拿到内存。` : `${name ?? id} 在 ${hex(answer)}。`;
  },
  end: '合并过的，都只和自己的伙伴合并。',
  errors: heapErrors,
  help: heapHelp,
  size,
  free: '空闲',
  live: (name, asked) => `${name}: ${formatNumber(asked)}`,
  place: (addr, bytes, what) => `${addr} 处的 ${bytes}：${what}`,
  cut: '已切成小块',
  block: '块',
  bit: '异或块的大小',
  buddy: '伙伴',
  totals: (asked, taken, ratio) => `共要 ${asked}，共占 ${taken}：${ratio}`,
  average: (ratio) => `每块平均是请求的 ${ratio}`,
  asked: '到现在一共要了',
  taken: '一共占了',
  ratio: '块与请求之比，平均',
  times,
  blocks: '各块',
};
export default words;
