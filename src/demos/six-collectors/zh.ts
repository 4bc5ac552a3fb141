import type { Answer, CollectorEvent } from '../../engine/collectors/event.ts';
import type { NamedOp } from '../../engine/collectors/side-by-side.ts';
import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { SixWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'zh');
const meanings: Readonly<Record<string, string>> = { live: '可达', garbage: '垃圾', moved: '对象搬走后留下的位置', free: '空闲', top: '没用过' };

const phases: Readonly<Record<Extract<CollectorEvent, { kind: 'phase' }>['phase'], string>> = {
  mark: '从根开始标记。', sweep: '清扫。', forward: '第一遍：算出每个对象的新地址。', update: '第二遍：改写所有指针。', slide: '第三遍：搬动对象。',
  copy: '从根开始复制。', minor: '小收集：只看新生区。', trial: '试删除：减去来自内部的计数。',
  rescue: '还有剩下的计数吗？有，就说明外面还有指针指进来。', release: '释放判定已死的对象。', over: '收集结束。',
};

function step(event: CollectorEvent, name: string): string {
  switch (event.kind) {
    case 'phase': return phases[event.phase];
    case 'marked': return `找到 ${name}：变灰。`;
    case 'scanned': return `${name} 的指针都看过了：变黑。`;
    case 'shaded': return `指向 ${name} 的指针就要被覆盖，写屏障把 ${name} 变灰。`;
    case 'freed': return `释放 ${name}：${formatAddress(event.addr)} 处的 ${bytes(event.size)}。`;
    case 'counted': return `${name} 的计数现在是 ${event.count}。`;
    case 'suspected': return `少了一个指向 ${name} 的指针，但还有别的：它可能在一个死环里。`;
    case 'tried': return `试着减去一个指向 ${name} 的指针：剩 ${event.count}。`;
    case 'rescued': return `把计数还给 ${name}：${event.count}。`;
    case 'condemned': return `没有外来的指针指向 ${name}：已死。`;
    case 'forwarded': return `${name} 将放在 ${formatAddress(event.addr)}。`;
    case 'updated': return `${name} 的指针改为指向目标的新地址。`;
    case 'moved': return `${name} 从 ${formatAddress(event.from)} 搬到 ${formatAddress(event.addr)}。`;
    case 'remembered': return `老对象 ${name} 现在指向一个新对象：记下来。`;
    default: return '';
  }
}

function told(op: NamedOp): string {
  switch (op.do) {
    case 'new': return `创建 ${op.name}，连对象头共 ${bytes(op.size + 8)}。`;
    case 'set': return `写指针：${op.name}.${op.field} = ${op.toName}。`;
    case 'hold': return `让一个变量指向 ${op.name}。`;
    case 'drop': return `不再有变量指向 ${op.name}。`;
    case 'collect': return '六个一起收集。';
  }
}

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
  end: '程序结束。',
  errors: {
    line: ({ text }) => `“${text}”不是这张图能读的一行。可以写 ${examples.make}、${examples.store}、${examples.drop}、${examples.hold} 或 ${examples.collect}。`,
    size: ({ largest, mostFields }) => `对象最多 ${formatNumber(Number(largest))} 字节、${mostFields} 个指针，名字不能是 nil。`,
    unknown: ({ text }) => `还没有叫 ${text} 的对象。先创建它，如 ${examples.make}。`,
    unreachable: () => '已经没有指针通向这个对象，程序也就无法再提到它。',
    'not-held': () => '没有变量指向这个对象，也就无从放手。',
    field: ({ field, fields }) => `这个对象有 ${fields} 个指针，从 0 数起：没有 .${field}。`,
    full: () => '六个当中有一个收集之后也放不下这个对象。复制式的收集器每次只能用一半内存。',
    twice: () => '已经有这个对象了。',
    large: () => '不能创建这么大的对象。',
    long: ({ most }) => `程序最多 ${most} 行。`,
    budget: () => '这一步的过程太长，无法显示。',
  },
  help: `每行一条：${examples.make} 创建一个这么多字节的对象，开头有一个指针，并有一个变量指向它；${examples.store} 和 ${examples.clear} 写指针；${examples.drop} 放手；${examples.hold} 重新指向它；${examples.collect} 收集。# 之后是注释。`,
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
