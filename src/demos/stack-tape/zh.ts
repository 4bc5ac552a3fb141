import { bytes, exact, stackErrors, stackEvents, stackHelp, stackKinds, stackOp, stackWords } from '../stack-program.zh.ts';
import { sizeExamples } from '../stack-program.ts';
import type { TapeWords } from './words.ts';

const words: TapeWords = {
  title: '会搬家的栈',
  caption: '放不下下一次调用时，整个栈搬进两倍大的新栈，指向它的指针逐个改准。垃圾回收把它搬回小的，一次只减半一回。',
  controls: {},
  choices: {},
  presets: { move: '搬一次', deep: '一万层调用', clock: '减半的钟，照录制', steps: '越走越深，照录制', jump: '一个大栈帧' },
  kinds: { ...stackKinds, scanned: '垃圾回收来看', overflow: '到了上限' },
  events: {
    ...stackEvents,
    scanned: ({ used, quarter, halves }) => `收集器扫描这个栈，算作已用 ${exact(used)}，${halves ? `不到四分之一（${exact(quarter)}）：要减半。` : `不低于四分之一（${exact(quarter)}）：不动。`}`,
    overflow: ({ limit, newsize }) => `再翻一倍是 ${bytes(newsize)}，超过上限 ${exact(limit)}。程序崩溃。`,
  },
  op: stackOp,
  answer: (_op, { size }) => `栈有 ${bytes(size)}。`,
  end: '放不下的调用让它翻倍，只有 GC 让它减半。',
  errors: stackErrors,
  help: stackHelp,
  guess: { title: '先猜栈有多大', ask: (op) => (op.do === 'collect' ? '这次垃圾回收之后，栈有多大？' : '这些调用之后，栈有多大？'), unread: (text) => `“${text.slice(0, 20)}”不是大小。写成 ${sizeExamples[0]}。` },
  stack: stackWords,
};
export default words;
