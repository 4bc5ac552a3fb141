import type { TapeOp } from '../engine/go/stack/stack-tape.ts';
import { formatBytes, formatNumber } from '../i18n/quantity.ts';
import type { StackWords } from './stack-columns.ts';
import { examples, manyCalls, toTheByte } from './stack-program.ts';

export const bytes = (size: number): string => formatBytes(size, 'zh');
/** 精确到字节。 */
export const exact = (size: number): string => `${formatNumber(size)} 字节`;
const some = (value: number, one: string): readonly string[] => (value === 0 ? [] : [`${formatNumber(value)} 个${one}`]);

/** 读不懂栈程序的原因，收这种程序的图共用。 */
export const stackErrors: Readonly<Record<string, (args: Readonly<Record<string, string | number>>) => string>> = {
  verb: ({ verb }) => `没有“${verb}”这个操作。可以用 call、pass、return、defer、wait 和 gc。`,
  bytes: ({ text, least, most }) => `“${text}”不是一次调用的大小：要 8 的倍数，${formatNumber(Number(least))} 到 ${formatNumber(Number(most))} 字节。`,
  times: ({ text }) => `这里看不懂“${text}”。写成 ${examples.many}，或者 ${examples.forever}。`,
  count: ({ text, most }) => `“${text}”不是调用次数：1 到 ${formatNumber(Number(most))}。`,
  dead: () => '上一行程序就崩溃了，后面什么也不会执行。',
  long: ({ most }) => `程序最多 ${formatNumber(Number(most))} 行。`,
  budget: () => '这个程序没能及时结束。',
};

export const stackHelp = `一行一个操作：${Object.values(examples).join(' · ')}（每次调用都收到一个指向调用者变量的指针）· return · return 5 · return all · defer · wait（等 channel）· gc。大小是一次调用占的字节，含返回地址。# 开头是注释。`;

export function stackOp(op: TapeOp): string {
  switch (op.do) {
    case 'call': {
      const many = op.count === Infinity ? '不停地调用下去' : op.count === 1 ? '一次调用' : `一层套一层，调用 ${formatNumber(op.count)} 次`;
      return `下一步：${many}，每次 ${exact(op.bytes)}${op.passes ? '，带一个指向调用者变量的指针' : ''}。`;
    }
    case 'return': return op.count === Infinity ? '下一步：全部返回。' : `下一步：返回 ${formatNumber(op.count)} 层。`;
    case 'defer': return '下一步：一个 defer，它记住此刻的栈指针。';
    case 'wait': return '下一步：goroutine 等 channel，对方会直接写进它的栈帧。';
    case 'collect': return '下一步：一次垃圾回收。';
  }
}

export const stackWords: StackWords = {
  stack: (size) => bytes(size),
  used: (size) => `已用 ${size < toTheByte ? exact(size) : bytes(size)}`,
  exact,
  left: '已释放',
  old: '旧栈',
  fresh: '新栈',
  which: (size, which) => `${size}，${which}`,
  guard: 'guard',
  calls: (number, size) => (number === 1 ? exact(size) : `${formatNumber(number)} 次，每次 ${exact(size)}`),
  run: (number, size) => (number === 1 ? exact(size) : number < manyCalls ? `${formatNumber(number)} × ${formatNumber(size)}` : `${formatNumber(number)} 次`),
  first: 'go func',
  unused: (size) => `栈指针以下还有 ${exact(size)}`,
  wanted: (size) => `下一次调用：${exact(size)}`,
  next: (size) => `下一次：${formatNumber(size)}`,
  outside: { argument: '', defer: 'defer', sudog: 'sudog' },
  history: '历次大小，高一格大一倍；空心是减半',
  step: bytes,
  facts: { stack: '栈', used: '已用', guard: 'guard', depth: '没返回的调用', pointers: '指向它的指针', copied: '一共复制', sizes: '历次大小' },
  range: (lo, hi, size) => `${lo} 到 ${hi}，${bytes(size)}`,
  depth: (depth) => formatNumber(depth),
  pointers: (frames, others) => `存下的帧指针 ${formatNumber(frames)} 个${others > 0 ? `，其他 ${formatNumber(others)} 个` : ''}`,
  total: (copied, moves) => `搬 ${formatNumber(moves)} 次，${exact(copied)}`,
};

export const stackKinds = { check: '检查没通过', copied: '复制栈', aimed: '改准指针', freed: '释放旧栈' };

export const stackEvents = {
  check: ({ frame, sp, stackguard0 }: { readonly frame: number; readonly sp: number; readonly stackguard0: number }): string =>
    `下一次调用的函数开头，检查没通过：栈指针在 ${sp.toString(16)}，${exact(frame)}的栈帧会伸到 guard（${stackguard0.toString(16)}）以下。它去调用 morestack。`,
  copied: ({ stack, used }: { readonly stack: { readonly lo: number; readonly hi: number }; readonly used: number }): string =>
    `在 ${stack.lo.toString(16)} 取来 ${bytes(stack.hi - stack.lo)} 的栈，把已用的 ${exact(used)}复制到它的高端。里面的指针还都指着旧栈。`,
  aimed: ({ frames, counts, stack, old }: { readonly frames: number; readonly counts: Readonly<Record<'sudog' | 'defer' | 'argument', number>>; readonly stack: { readonly hi: number }; readonly old: { readonly hi: number } }): string => {
    const delta = stack.hi - old.hi;
    const parts = [...some(counts.sudog, ' sudog'), ...some(counts.defer, ' defer'), ...some(frames, '存下的帧指针'), ...some(counts.argument, '参数')];
    return `指向旧栈的指针各${delta < 0 ? '减' : '加'} ${Math.abs(delta).toString(16)}（十六进制）：${parts.join('、')}。`;
  },
  freed: ({ old }: { readonly old: { readonly lo: number; readonly hi: number } }): string => `再没有谁指着旧的 ${bytes(old.hi - old.lo)} 了，释放。`,
};
