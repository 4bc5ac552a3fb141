import { bytes, exact, stackErrors, stackEvents, stackHelp, stackKinds, stackOp, stackWords } from '../stack-program.en.ts';
import { sizeExamples } from '../stack-program.ts';
import type { TapeWords } from './words.ts';

const words: TapeWords = {
  title: 'Stack tape',
  caption: 'A call that does not fit moves the whole stack into one twice as large, and every pointer into it is re-aimed. A collection moves it back, one halving at a time.',
  controls: {},
  choices: {},
  presets: { move: 'one move', deep: 'ten thousand calls', clock: 'the halving clock, as recorded', steps: 'deeper and deeper, as recorded', jump: 'one large frame' },
  kinds: { ...stackKinds, scanned: 'a collection looks', overflow: 'the limit is reached' },
  events: {
    ...stackEvents,
    scanned: ({ used, quarter, halves }) => `The collector scans the stack. It counts ${exact(used)} as used${halves ? `, less than a quarter of the stack, ${exact(quarter)}: it will be halved.` : `; below ${exact(quarter)}, a quarter, it would halve the stack. It stays.`}`,
    overflow: ({ limit, newsize }) => `Twice as large would be ${bytes(newsize)}, above the limit of ${exact(limit)}. The program dies.`,
  },
  op: stackOp,
  answer: (_op, { size }) => `The stack has ${bytes(size)}.`,
  end: 'A call that did not fit doubled it; only a collection halves it.',
  errors: stackErrors,
  help: stackHelp,
  guess: { title: 'Predict the size', ask: (op) => (op.do === 'collect' ? 'How large is the stack after this collection?' : 'How large is the stack after these calls?'), unread: (text) => `“${text.slice(0, 20)}” is no size. Write ${sizeExamples[0]}.` },
  stack: stackWords,
};
export default words;
