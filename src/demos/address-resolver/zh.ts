import { badPointer, noSpan } from '../../engine/go/heap/address-resolver.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { hex } from './demo.ts';
import { spans } from './spans.ts';
import type { ResolverWords } from './words.ts';

const words: ResolverWords = {
  title: '地址解析',
  caption: '从任意地址到它的对象，只查三次：移位得到 arena，arena 的页表给出 span，乘一次得到格子。什么都不用搜索。',
  controls: {},
  choices: {},
  presets: { middle: '对象中间', header: '在 malloc header 里', tail: '最后一格之后', nowhere: '不在任何 span 里' },
  kinds: { arena: 'arena', span: 'span', slot: '格子', byte: '字节', bad: '坏指针' },
  events: {
    arena: ({ arena, known }) => `地址移位就是 arena 的编号：${hex(arena)}。${known ? '堆里有它。' : '没有这个 arena：spanOf 给出 nil。'}`,
    span: ({ page, base }) => `arena 的 spans 第 ${formatNumber(page)} 项${base === undefined ? `是 nil：这个堆只取了录制里的 ${spans.length} 个 span，这里没有。` : `是 ${hex(base)} 处的 span。`}`,
    bad: ({ limit }) => `格子到 ${hex(limit)} 为止。收集器遇到这样的指针就会崩溃：“found bad pointer in Go heap”。`,
    slot: ({ offset, divMul, index }) => `离 span 开头 ${formatNumber(offset)} 字节，乘以 ${formatNumber(divMul)} 再移位：第 ${formatNumber(index)} 格。不用除法。`,
    byte: ({ into, header }) => `这一格的第 ${formatNumber(into)} 字节。${header ? '这是放类型的头部：不属于对象，但一样找得到格子。' : '指着对象的哪个字节，都能让整个对象活着。'}`,
  },
  op: ({ addr }) => `下一步：${hex(addr)} 是谁的？`,
  answer: ({ addr }, slot) => (slot === noSpan ? `${hex(addr)} 不在任何 span 里：nil。` : slot === badPointer ? `${hex(addr)} 是坏指针。` : `${hex(addr)} 在第 ${formatNumber(slot)} 格。`),
  end: '没有一个要靠搜索。',
  errors: {
    address: ({ text }) => `“${text}”不是程序的地址。请写成十六进制。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `一行一个十六进制地址。# 开头是注释。堆里有 ${spans.length} 个 span，都在录制的程序里的位置上：${spans.map(({ base }) => hex(base)).join('、')}。`,
  guess: { title: '先猜格子', ask: ({ addr }) => `${hex(addr)} 在 span 的第几格？从 0 数起。`, unread: (text) => `“${text.slice(0, 20)}”不是格子的编号。` },
  levels: ['arena', 'heapArena.spans，一页一项', 'span 的格子', '格子里的字'],
  arena: (index) => `arena ${index}`,
  span: (base, size, count) => `${base}，${formatNumber(count)} 格，每格 ${formatNumber(size)} 字节`,
  bytes: (into) => `第 ${formatNumber(into)} 字节`,
  none: '无',
  tail: '最后一格之后',
  address: '地址',
};
export default words;
