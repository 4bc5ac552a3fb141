import { formatBytes, formatAddress } from '../../i18n/quantity.ts';
import { heapErrors, heapHelp } from '../heap-program.zh.ts';
import type { BumpWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'zh');
const meanings: Readonly<Record<string, string>> = { live: '存活', free: '已释放，用不了', top: '还没用到', refused: '放不下' };

const words: BumpWords = {
  title: '一释放，指针就没办法了',
  caption: '最快的分配器只挪一根指针，代价是没法单独收回一个对象：指针下面释放掉的地方一直是空洞，要等整个区域重新开始才能再用。',
  controls: { regions: '区域数' },
  choices: {},
  presets: { holes: '释放了，还是满的', keeper: '一个对象拖住一个区域', reset: '一次全部释放' },
  kinds: { bump: '指针上移', enter: '换一个区域', hole: '留下空洞', rewind: '区域重新开始', refuse: '请求失败', copy: '复制对象' },
  events: {
    bump: ({ name, addr, size }) => `${name} 得到偏移 ${formatAddress(addr)} 处的 ${bytes(size)}，指针上移同样多。要做的就这么一点。`,
    enter: ({ region }) => `这个请求会越过区域末尾：指针换到第 ${region + 1} 个区域，那里是空的。`,
    hole: ({ name, size, left }) => (left === 0
      ? `${name} 释放了，它是这个区域里最后一个对象。`
      : `${name} 释放了，留下 ${bytes(size)}的空洞。指针已经过去，不会回头。这个区域里还有 ${left} 个存活对象。`),
    rewind: ({ size, region }) => `第 ${region + 1} 个区域的指针回到开头：一步就腾出 ${bytes(size)}。`,
    refuse: ({ size, unused }) => `${bytes(size)}要不到，尽管堆里有 ${bytes(unused)}不属于任何对象。`,
    copy: ({ size }) => `指针碰撞式分配没法就地加长：把 ${bytes(size)}复制到新地方。`,
  },
  op: (op) => {
    if (op.do === 'reset') return '下一步，一次归还全部对象。';
    if (op.do === 'free') return `下一步，释放 ${op.name}。`;
    return `下一步，为 ${op.name} ${op.do} ${bytes(op.size)}。`;
  },
  answer: (op, answer) => {
    if (op.do === 'reset') return '一个对象也没看，全部空出来了。';
    if (op.do === 'free') return `${op.name} 已释放。`;
    return answer === null ? '回答：空指针，内存不足。' : `回答：偏移 ${formatAddress(answer)}。`;
  },
  end: '指针下面释放掉的，要等整个区域一起回来。',
  errors: heapErrors,
  help: `${heapHelp}单独一行 reset 归还全部对象。`,
  cell: (meaning, size, addr, name) => `${name === undefined ? '' : `${name}：`}偏移 ${addr} 处 ${size} 字节，${meanings[meaning] ?? meaning}`,
  heap: '堆',
  region: (index) => `区域 ${index}`,
  pointer: 'next',
  live: (size, objects) => (objects === 0 ? '空' : `存活 ${bytes(size)}`),
  lost: (size) => `浪费 ${bytes(size)}`,
  liveBytes: '存活',
  lostBytes: '已释放，用不了',
  bytes,
};
export default words;
