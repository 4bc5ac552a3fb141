import { maxStackSize } from '../../engine/go/stack/sizes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { bytes, exact, stackErrors, stackEvents, stackHelp, stackKinds, stackOp, stackWords } from '../stack-program.zh.ts';
import { sizeExamples } from '../stack-program.ts';
import type { OverflowWords } from './words.ts';

const largest = 2 ** Math.floor(Math.log2(maxStackSize));

const words: OverflowWords = {
  title: '栈溢出',
  caption: `栈的大小都是 2 的幂。上限是 ${exact(maxStackSize)}，比它小的最后一个幂是 ${bytes(largest)}：不管报错怎么说，程序就死在那里。`,
  controls: { limit: 'debug.SetMaxStack' },
  choices: { [String(maxStackSize)]: `${formatNumber(maxStackSize)}（Go 自己定的）`, 100000000: formatNumber(100_000_000), 67108864: formatNumber(2 ** 26) },
  presets: { forever: '不停地调用', lower: '上限低一些', deep: '五十万层，再来几层' },
  kinds: { ...stackKinds, scanned: '垃圾回收来看', overflow: '到了上限' },
  events: {
    ...stackEvents,
    scanned: ({ used, quarter, halves }) => `收集器算出已用 ${exact(used)}，${halves ? `不到四分之一（${exact(quarter)}）：要减半。` : `不低于四分之一（${exact(quarter)}）。`}`,
    overflow: ({ limit, newsize, stack }) => `fatal error: stack overflow。报错写的是“goroutine stack exceeds ${limit}-byte limit”，可栈只有 ${bytes(stack.hi - stack.lo)}：超过上限的，是还没做出来的下一档 ${bytes(newsize)}。`,
  },
  op: stackOp,
  answer: (_op, { size }) => `最后的栈有 ${bytes(size)}。`,
  end: '和上限比的，是下一档大小，不是正在用的这一档。',
  errors: stackErrors,
  help: stackHelp,
  guess: { title: '先猜它死在哪里', ask: () => '最后的那个栈有多大？', unread: (text) => `“${text.slice(0, 20)}”不是大小。写成 ${sizeExamples[1]}。` },
  stack: { ...stackWords, history: '历次大小，高一格就是大一倍' },
  limit: (limit) => `上限 ${formatNumber(limit)}`,
  limitFact: '上限',
  refused: (size) => `${bytes(size)}，没有做`,
};
export default words;
