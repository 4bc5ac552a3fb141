import { formatNumber } from '../../i18n/quantity.ts';
import { heapErrors } from '../heap-program.zh.ts';
import type { AdversaryWords } from './words.ts';

const count = (words: number): string => `${formatNumber(words)} 个字`;

const words: AdversaryWords = {
  title: '和分配器对弈',
  caption: '只留很少的内存存活，逼分配器把堆撑大。要应付所有下法，任何分配器至少要第三条那么长；这一个还不够。',
  controls: { policy: '对手' },
  choices: { first: '首次适配', best: '最佳适配' },
  presets: { first: '赢首次适配的最短下法', best: '赢最佳适配的最短下法', yours: '该你走了' },
  kinds: { fill: '放进空洞', grow: '堆变大', free: '释放一块' },
  events: {
    fill: ({ addr, size }) => `${count(size)}放进 ${addr} 处的空洞。`,
    grow: ({ addr, size, by, free }) => (free === 0
      ? `${count(size)}放在 ${addr}：没有空闲，堆增大 ${by}。`
      : `${count(size)}放在 ${addr}：堆里还有 ${count(free)}空闲，却仍要增大 ${by}。`),
    free: ({ addr, size }) => `释放 ${addr} 处的 ${count(size)}。堆还是那么大。`,
  },
  op: (op) => (op.do === 'free' ? `下一步：free ${op.name ?? op.id}。` : `下一步：给 ${op.name ?? op.id} ${count(op.size)}。`),
  answer: ({ name, id }, answer) => (answer === null ? '' : `${name ?? id} 在 ${answer}。`),
  end: '没有一块挪过地方：一个洞，只给得出放得进去的。',
  errors: {
    ...heapErrors,
    move: ({ call }) => `${call} 不是这局棋的走法：只有 malloc 和 free。`,
    block: ({ size, largest }) => `大小 ${size} 犯规：只能是 2 的幂，最大 ${largest} 个字。`,
    alive: ({ live, size, most }) => `已有 ${live} 个字存活，再要 ${size} 就犯规了：最多 ${most} 个。`,
  },
  help: '一行一步：a = malloc 2、free a。大小以字计：1、2 或 4。# 开头是注释。',
  cell: (meaning, size, addr, name) => `${name ?? meaning}：${size}，在 ${Number.parseInt(addr, 16)}`,
  words: count,
  heap: '堆的最高水位',
  highWater: (mark) => `最高水位：${count(mark)}`,
  live: '现在存活',
  ofMost: (live, most) => `${live}，最多 ${count(most)}`,
  bound: '任何分配器至少要',
  boundTitle: 'Robson 界',
};
export default words;
