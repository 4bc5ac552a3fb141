import { maxStackSize } from '../../engine/go/stack/sizes.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { bytes, exact, stackErrors, stackEvents, stackHelp, stackKinds, stackOp, stackWords } from '../stack-program.en.ts';
import { sizeExamples } from '../stack-program.ts';
import type { OverflowWords } from './words.ts';

const largest = 2 ** Math.floor(Math.log2(maxStackSize));

const words: OverflowWords = {
  title: 'Overflow',
  caption: `Sizes are powers of two. The limit is ${exact(maxStackSize)}, and the last power below it is ${bytes(largest)}: there the program dies, whatever the message says.`,
  controls: { limit: 'debug.SetMaxStack' },
  choices: { [String(maxStackSize)]: `${formatNumber(maxStackSize)}, as Go sets it`, 100000000: formatNumber(100_000_000), 67108864: formatNumber(2 ** 26) },
  presets: { forever: 'calls without end', lower: 'under a lower limit', deep: 'half a million calls, then a few more' },
  kinds: { ...stackKinds, scanned: 'a collection looks', overflow: 'the limit is reached' },
  events: {
    ...stackEvents,
    scanned: ({ used, quarter, halves }) => `The collector counts ${exact(used)} as used. ${halves ? 'Less than' : 'Not less than'} a quarter of the stack, ${exact(quarter)}${halves ? ': it will be halved' : ''}.`,
    overflow: ({ limit, newsize, stack }) => `fatal error: stack overflow. The message says “goroutine stack exceeds ${limit}-byte limit”, but the stack has ${bytes(stack.hi - stack.lo)}: the next size, ${bytes(newsize)}, is what exceeds it.`,
  },
  op: stackOp,
  answer: (_op, { size }) => `The last stack had ${bytes(size)}.`,
  end: 'What the limit is compared with is the next size, not the one in use.',
  errors: stackErrors,
  help: stackHelp,
  guess: { title: 'Predict where it dies', ask: () => 'How large is the last stack there is?', unread: (text) => `“${text.slice(0, 20)}” is no size. Write ${sizeExamples[1]}.` },
  stack: { ...stackWords, history: 'sizes so far, each step twice as large' },
  limit: (limit) => `limit ${formatNumber(limit)}`,
  limitFact: 'limit',
  refused: (size) => `${bytes(size)}, never made`,
};
export default words;
