import { maxTinySize } from '../../engine/go/request.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { goErrors } from '../go-program.zh.ts';
import { hex } from './demo.ts';
import type { PrisonWords } from './words.ts';

const bytes = (size: number): string => `${formatNumber(size)} 字节`;
const blocks = (count: number): string => `${formatNumber(count)} 块`;

const words: PrisonWords = {
  title: '微小囚室',
  caption: `不含指针的小对象合用 ${maxTinySize} 字节一块的内存。收集器只认块，不认块里的对象：有一个还被拿着，邻居就都出不去。`,
  controls: {},
  choices: {},
  presets: { prison: '一块里的一个字节', four: '四块里各一个字节', eights: '一块放两个', odd: '拼不拢的大小' },
  kinds: { joined: '放进敞着的块', opened: '开一个新块', 'let-go': '变量放手', collected: '一次回收' },
  events: {
    joined: ({ addr, size, block }) => `${bytes(size)}在 ${hex(addr)}：敞着的块的第 ${addr - block} 字节。`,
    opened: ({ addr, size, block }) => `${bytes(size)}在 ${hex(addr)}：没有敞着的块放得下，于是开一个新块 ${hex(block)}。`,
    'let-go': ({ addr, size }) => `${hex(addr)} 处的 ${bytes(size)}没人拿着了。这些字节仍然占着。`,
    collected: ({ freed, kept }) => `回收放掉 ${blocks(freed)}，留下 ${blocks(kept)}：里面有人拿着的，和那个还敞着的。`,
  },
  op: ({ text }) => `下一步：${text}`,
  answer: ({ text }, addr) => (addr === undefined ? `${text}。` : `${text} 在 ${hex(addr)}。`),
  end: '块里最后一个对象死了，块才空出来。',
  errors: {
    ...goErrors,
    type: ({ name }) => `这里不认识类型 ${name}。可以用 byte、bool、int16、int32、int64，或者它们的数组。`,
    small: ({ size, most }) => `${formatNumber(Number(size))} 字节不会与人合用一块：这张图最多收 ${most}。`,
    pointers: () => '含指针的对象从不合用一块：这张图只收不含指针的。',
    budget: () => '这个程序没能及时结束。',
  },
  help: '一点点 Go：p := new(byte)，p = nil，runtime.GC()，for range 8 { p = new(int32) }。变量拿到另一个对象，就放开了原来的那个。',
  block: (held, kept) => (kept ? `拿着 ${bytes(held)}，整块都占着` : '空着'),
  byte: { live: '有人拿着', dead: '放手了，仍占着', unused: '没发出去过，跟着整块一起占着', free: '空着' },
  sum: '合计',
  held: (size) => `拿着 ${bytes(size)}`,
  kept: (held, kept) => `拿着 ${bytes(held)}，占着 ${bytes(kept)}`,
};
export default words;
