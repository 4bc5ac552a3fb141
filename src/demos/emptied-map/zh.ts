import { elems } from '../../engine/go/swiss-map/emptied-map.ts';
import { groupSlots, maxTableCapacity } from '../../engine/go/swiss-map/map-shape.ts';
import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { EmptiedWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'zh');
const name = (elem: number): string => `map[int][${elem}]byte`;

const words: EmptiedWords = {
  title: 'map 不会缩小',
  caption: `清空的 map 留着它的表，所有的槽都等着新条目。元素不超过 ${elems[0]} 字节就放在槽里，内存跟着留下；更大的放在别处，会放掉。想全部放掉，就换一个新的 map。`,
  controls: {},
  choices: {},
  presets: { emptied: '很多条目', split: '比一张表能装的多一条', few: '一个组' },
  kinds: { grew: '表变大', split: '表一分为二', emptied: '条目都没了', renewed: '换了新的 map', collected: '一次回收' },
  events: {
    grew: ({ from, to }) => `${formatNumber(from)} 个槽装到了上限：整张表搬进 ${formatNumber(to)} 个槽。`,
    split: ({ tables }) => `一张表最多 ${formatNumber(maxTableCapacity)} 个槽：满了就一分为二，现在有 ${formatNumber(tables)} 张表。`,
    emptied: ({ entries, groups }) => `${formatNumber(entries)} 个条目都没了。${formatNumber(groups)} 个组，每组 ${groupSlots} 个槽，全都留在 map 里。`,
    renewed: () => '变量里是一个新的 map，旧的没人拿着了。',
    collected: ({ inSlots, apart }) => `回收放掉 ${name(elems[0])} 的 ${bytes(inSlots)}，${name(elems[1])} 的 ${bytes(apart)}。`,
  },
  op: (op) => {
    switch (op.do) {
      case 'insert': return `下一步：插入 ${formatNumber(op.entries)} 个新条目。`;
      case 'delete': return '下一步：对每个键 delete(m, k)。';
      case 'clear': return '下一步：clear(m)。';
      case 'renew': return '下一步：m = make(map[K]V)。';
    }
  },
  answer: (_op, { inSlots, apart }) => `元素在槽里的占 ${bytes(inSlots)}，元素在别处的占 ${bytes(apart)}。`,
  end: '删除没有还回一个槽，换成新的 map 才会。',
  errors: {
    line: ({ text }) => `看不懂“${text}”。可以写：${examples.join('，')}。`,
    many: ({ most }) => `这里的 map 至少一个条目，最多 ${formatNumber(Number(most))} 个。`,
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这个程序没能及时结束。',
  },
  help: `一行一句：${examples.join('，')}。每一行之后都回收一次。# 开头是注释。变大时丢下的旧表没有画出来。`,
  map: name,
  total: (total, entries) => `${formatNumber(entries)} 个条目，占 ${bytes(total)}`,
  place: { slots: '键和元素都在槽里', apart: '槽里是键和指针，元素在别处' },
  head: (size) => `map 自己、目录和表头：${bytes(size)}`,
  table: (slots, used, size, garbage) => `一张 ${bytes(size)} 的表：${formatNumber(slots)} 个槽用了 ${formatNumber(used)} 个${garbage ? '，没人拿着' : ''}`,
  elements: (size) => `元素：${bytes(size)}`,
  goneElements: (size) => `放手的元素：${bytes(size)}`,
  facts: { entries: '条目', slots: '槽' },
  number: (value) => formatNumber(value),
};
export default words;
