import type { CollectorEvent } from '../engine/collectors/event.ts';
import type { NamedOp } from '../engine/collectors/side-by-side.ts';
import { formatAddress, formatBytes, formatNumber } from '../i18n/quantity.ts';
import { examples } from './object-program.ts';

const bytes = (size: number): string => formatBytes(size, 'zh');

const phases: Readonly<Record<Extract<CollectorEvent, { kind: 'phase' }>['phase'], string>> = {
  mark: '从根开始标记。', sweep: '清扫。', forward: '第一遍：算出每个对象的新地址。', update: '第二遍：改写所有指针。', slide: '第三遍：搬动对象。',
  copy: '从根开始复制。', minor: '小收集：只看新生区。', trial: '试删除：减去来自内部的计数。',
  rescue: '还有剩下的计数吗？有，就说明外面还有指针指进来。', release: '释放判定已死的对象。', over: '收集结束。',
};

export function step(event: CollectorEvent, name: string): string {
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

export function told(op: NamedOp): string {
  switch (op.do) {
    case 'new': return `创建 ${op.name}，连对象头共 ${bytes(op.size + 8)}。`;
    case 'set': return `写指针：${op.name}.${op.field} = ${op.toName}。`;
    case 'hold': return `让一个变量指向 ${op.name}。`;
    case 'drop': return `不再有变量指向 ${op.name}。`;
    case 'collect': return '收集一次。';
  }
}

/** Why a program of objects could not be read or run: for the words of every demo that takes one. */
export const objectErrors: Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>> = {
  line: ({ text }) => `“${text}”不是这张图能读的一行。可以写 ${examples.make}、${examples.store}、${examples.drop}、${examples.hold} 或 ${examples.collect}。`,
  size: ({ largest, mostFields }) => `对象最多 ${formatNumber(Number(largest))} 字节、${mostFields} 个指针，名字不能是 nil。`,
  unknown: ({ text }) => `还没有叫 ${text} 的对象。先创建它，如 ${examples.make}。`,
  unreachable: () => '已经没有指针通向这个对象，程序也就无法再提到它。',
  'not-held': () => '没有变量指向这个对象，也就无从放手。',
  field: ({ field, fields }) => `这个对象有 ${fields} 个指针，从 0 数起：没有 .${field}。`,
  twice: () => '已经有这个对象了。',
  large: () => '不能创建这么大的对象。',
  long: ({ most }) => `程序最多 ${most} 行。`,
  budget: () => '这一步的过程太长，无法显示。',
};

export const objectHelp = `每行一条：${examples.make} 创建一个这么多字节的对象，开头有一个指针，并有一个变量指向它；${examples.store} 和 ${examples.clear} 写指针；${examples.drop} 放手；${examples.hold} 重新指向它；${examples.collect} 收集。# 之后是注释。`;
