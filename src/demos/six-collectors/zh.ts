import type { Answer } from '../../engine/collectors/event.ts';
import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { objectErrors, objectHelp, step, told } from '../object-program.zh.ts';
import type { SixWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'zh');
const meanings: Readonly<Record<string, string>> = { live: '可达', garbage: '垃圾', moved: '对象搬走后留下的位置', free: '空闲', top: '没用过' };

const kept = (answers: readonly Answer[]): string => answers.map((answer) => formatNumber(answer ?? 0)).join('、');

const words: SixWords = {
  title: '一张图，六个收集器',
  caption: '同一个程序，六个一样大的堆。谁要停下来等，等的时候要看多少内存？谁的对象换了地址？哪些已经死了却还留着？没有哪个收集器三样都最好。',
  controls: { watch: '显示' },
  choices: { all: '六个' },
  presets: { six: '六个一起', cheney: 'Cheney 复制，逐步看', lisp2: 'Lisp2 滑动，逐步看', ring: '死环与计数', floating: '标记途中死去' },
  kinds: { step: '一步', new: '创建对象', set: '写指针', hold: '变量指向对象', drop: '变量放手', collect: '收集' },
  events: {
    step: ({ step: event, name }) => step(event, name),
    new: ({ op }) => told(op), set: ({ op }) => told(op), hold: ({ op }) => told(op), drop: ({ op }) => told(op),
    collect: ({ lanes }) => `收集完毕。留下的字节数：${kept(lanes.map(({ answer }) => answer))}。`,
  },
  op: (op) => `下一步：${told(op)}`,
  answer: (op, answers) => (op.do === 'new' ? `${op.name} 放在 ${answers.map((addr) => formatAddress(addr ?? 0)).join('、')}。` : op.do === 'collect' ? `留下的字节数：${kept(answers)}。` : told(op)),
  end: '差别在于谁要等，什么搬了家，什么死了还留着。',
  errors: {
    ...objectErrors,
    full: () => '六个当中有一个收集之后也放不下这个对象。复制式的收集器每次只能用一半内存。',
  },
  help: objectHelp,
  collectors: { 'ref-count': '引用计数', 'mark-sweep': '标记清扫', 'mark-compact': '滑动整理', semispace: '复制', generational: '分代', incremental: '分步标记' },
  fingers: { free: 'free', scan: 'scan', sweep: '已清扫', hole: '空洞' },
  figure: ({ pause, movedNow }) => (pause === undefined ? '' : `${movedNow === 0 ? '' : `搬动 ${movedNow} 个 · `}碰到 ${bytes(pause)}`),
  note: ({ longest, touched, garbage, floating }) =>
    `最长 ${formatNumber(longest)}，共 ${formatNumber(touched)}${garbage > 0 ? ` · 已死 ${garbage}` : ''}${floating > 0 ? `，留下 ${floating}` : ''}`,
  fact: ({ pause, longest, touched, garbage, floating, moved }, objects) =>
    `${pause === undefined ? '' : `这一步碰到 ${bytes(pause)}，`}最多一次 ${bytes(longest)}，共 ${bytes(touched)}；至今搬动 ${moved} 个对象；已死而未回收 ${bytes(garbage)}，其中上次收集留下 ${bytes(floating)}；${objects}`,
  cell: (meaning, size, addr, name, count) =>
    `${name === undefined ? '' : `${name}：`}${addr} 处 ${size} 字节，${meanings[meaning] ?? meaning}${count === undefined ? '' : `，计数 ${count}`}`,
};
export default words;
