import { StackTape, type TapeAnswer, type TapeEvent, type TapeOp, type TapePicture } from '../../engine/go/stack/stack-tape.ts';
import { formatBytes } from '../../i18n/quantity.ts';
import { defineDemo } from '../demo.ts';
import { drawStack } from '../stack-columns.ts';
import { readSize, readStackProgram } from '../stack-program.ts';
import type { TapeWords } from './words.ts';

const mib = 2 ** 20;

/** As oracle/probe/depth does: down, back, down again, back; then collections, each with the goroutine waiting. */
const clock = ['call 1040 x 10000', 'return all', 'call 6832 x 10000', 'return all', ...Array.from({ length: 12 }, () => 'gc')].join('\n');
/** As oracle/live/stack.go does, in goroutines that each go deeper than the last: here one goes on from where it was. */
const steps = [1, 1, 4, 5, 10, 30, 50, 100, 300, 500, 1000].map((count) => `call 1040 x ${count}`).join('\n');

export default defineDemo({
  controls: {},
  presets: {
    move: { program: 'pass 264 x 3\ndefer\ncall 264 x 2', still: { op: 2, moment: 2 } },
    deep: { program: 'call 1040 x 10000', still: 'end' },
    clock: { program: clock, still: 'end' },
    steps: { program: steps, still: 'end' },
    jump: { program: 'call 8040', still: 'end' },
  },
  machine: () => new StackTape(),
  read: readStackProgram,
  view: 'stacks',
  legend: ['live', 'refused'],
  draw: (picture: TapePicture, words: TapeWords, { event }: { readonly event: TapeEvent | undefined }) => drawStack(picture, words.stack, event),
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    first: { preset: 'move', of: ({ picture: { sizes } }) => ({ value: sizes[0]!.size, unit: 'B' }) },
    deep: { preset: 'deep', of: ({ answers }) => ({ value: answers[0]!.size / mib, unit: 'MiB' }) },
    deepUsed: { preset: 'deep', of: ({ picture: { used } }) => ({ value: Math.round(used / mib), unit: 'MiB' }) },
    deepMoves: { preset: 'deep', of: ({ picture: { sizes } }) => ({ value: sizes.length - 1, unit: 'count' }) },
    deepCopied: { preset: 'deep', of: ({ picture: { copied } }) => ({ value: Math.round(copied / mib), unit: 'MiB' }) },
    deepest: { preset: 'clock', of: ({ answers }) => ({ value: answers[2]!.size / mib, unit: 'MiB' }) },
    afterOne: { preset: 'clock', of: ({ answers }) => ({ value: answers[4]!.size / mib, unit: 'MiB' }) },
    toTwo: { preset: 'clock', of: ({ answers }) => ({ value: answers.slice(4).findIndex(({ size }) => size <= 2 * mib) + 1, unit: 'count' }) },
    jump: { preset: 'jump', of: ({ answers }) => ({ value: answers[0]!.size / 1024, unit: 'KiB' }) },
  },
  guess: { about: ({ do: what }: TapeOp) => what === 'call' || what === 'collect', read: readGuess, write: ({ size }: TapeAnswer) => formatBytes(size, 'en') },
  check: { clock: async () => (await import('./recorded.ts')).recordedDepth, steps: async () => (await import('./recorded.ts')).recordedSteps },
});

function readGuess(text: string): TapeAnswer | undefined {
  const size = readSize(text);
  return size === undefined ? undefined : { size };
}
