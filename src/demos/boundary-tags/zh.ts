import { formatAddress, formatQuantity } from '../../i18n/quantity.ts';
import { tagWord, type Tag } from '../../engine/allocators/tag-event.ts';
import { heapErrors, heapHelp } from '../heap-program.zh.ts';
import type { TagsWords } from './words.ts';

const bytes = (size: number): string => formatQuantity({ value: size, unit: 'B' }, 'zh');
const hex = (value: number): string => `0x${formatAddress(value)}`;
const word = (tag: Tag): string => hex(tagWord(tag));

const words: TagsWords = {
  title: '边界标记',
  caption: '每个块都在头尾各记一次自己的大小，最低位记是否在用。free 从指针出发数几个字节，就能读到前后邻居，不用查找。',
  controls: { heap: '堆的字节数' },
  choices: {},
  presets: { both: '前后都空闲', neither: '前后都在用', behind: '前面的空闲', ahead: '后面的空闲' },
  kinds: { own: 'free 读自己的头', behind: '往前看', ahead: '往后看', merge: '两块合一', header: '写头部', footer: '写尾部', place: 'malloc 放下一块', none: 'malloc 找不到地方' },
  events: {
    own: (tag) => `free(p) 先读 p 前面的一个字，也就是本块的头部：${word(tag)}，大小 ${bytes(tag.size)}。这样就知道本块到哪里为止。`,
    behind: (tag) => `再往前一个字，是前一块的末尾。${neighbour(tag, '尾部', '堆从这里开始')}`,
    ahead: (tag) => `从头部往后数一个块的大小，就是后一块的开头。${neighbour(tag, '头部', '堆到这里为止')}`,
    merge: ({ side, by, size }) => `${side === 'behind' ? '前' : '后'}一块空闲：加上它的 ${bytes(by)}，一共 ${size}。内存里还什么都没改。`,
    header: (tag) => `写下空闲块的头部：${word(tag)}，${bytes(tag.size)}，在用位是 0。`,
    footer: (tag) => `${hex(tag.at)} 处的尾部写上同样的值：以后紧挨着的块释放时，读得到它。`,
    place: ({ p, size }) => `malloc 给 ${bytes(size)}的块写好头尾两个标记，返回头部之后的地址 p = ${hex(p)}。`,
    none: ({ size }) => `没有 ${bytes(size)}的空闲块：malloc 给不出指针。`,
  },
  op: (op) => (op.do === 'free' ? `下一步：free ${op.name ?? op.id}。` : `下一步：给 ${op.name ?? op.id} ${op.do} ${bytes(op.size)}。`),
  answer: ({ name, id }, answer) => (answer === null ? '' : `${name ?? id} 在 ${hex(answer)}。`),
  end: '完成。合并后夹在块里的旧标记还留在内存里，图中用删除线画出：再也没有人读它们。',
  errors: heapErrors,
  help: `${heapHelp}程序不往自己的块里写东西，所以旧值一直看得见。`,
  heads: { word: '字', says: '大小', flags: ['在用'] },
  live: (name, asked) => `${name}：${bytes(asked)}`,
  free: '空闲',
  fence: '围栏',
  left: '残留',
  block: (addr) => `${addr} 处的块`,
  state: (header, footer, size, name) => `头 ${header}，尾 ${footer}：${bytes(size)}，${name === undefined ? '空闲' : `在用（${name}）`}`,
};

function neighbour(tag: Tag, which: string, edge: string): string {
  if (tag.size === 0) return `那里的字是 ${word(tag)}，算在用：这是围栏，${edge}。`;
  return `它的${which}是 ${word(tag)}：${bytes(tag.size)}，${tag.used ? '在用，不动它' : '空闲'}。`;
}

export default words;
