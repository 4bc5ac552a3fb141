import { maxStackSize } from '../../engine/go/stack/sizes.ts';
import { go127 } from '../../engine/go/stack/newstack.ts';
import { StackTape, type TapeAnswer, type TapeEvent, type TapeOp, type TapePicture } from '../../engine/go/stack/stack-tape.ts';
import { formatBytes } from '../../i18n/quantity.ts';
import { choice, type Options } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { Scenes } from '../scene.ts';
import { drawStack } from '../stack-columns.ts';
import { readSize, readStackProgram } from '../stack-program.ts';
import type { OverflowWords } from './words.ts';

/** `debug.SetMaxStack`, in bytes; the first is what Go itself sets. */
export const controls = { limit: choice([String(maxStackSize), '100000000', '67108864']) };

const forever = 'call 1040 forever';

export default defineDemo({
  controls,
  presets: {
    // Eighteen doublings of four moments each, a check, and the end.
    forever: { program: forever, still: { op: 0, moment: 74 } },
    lower: { program: forever, options: { limit: '100000000' }, still: { op: 0, moment: 62 } },
    deep: { program: 'call 1040 x 500000\ncall 1040 x 20000', still: { op: 1, moment: 0 } },
  },
  machine: ({ limit }: Options<typeof controls>) => new StackTape({ ...go127, limit: Number(limit) }),
  read: readStackProgram,
  view: 'stacks',
  legend: ['live', 'refused'],
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    limit: { preset: 'forever', of: () => ({ value: maxStackSize, unit: 'B' }) },
    last: { preset: 'forever', of: ({ answers }) => ({ value: answers[0]!.size / mib, unit: 'MiB' }) },
    calls: { preset: 'forever', of: ({ picture: { depth } }) => ({ value: depth - 1, unit: 'count' }) },
    lowered: { preset: 'lower', of: ({ answers }) => ({ value: answers[0]!.size / mib, unit: 'MiB' }) },
  },
  guess: { about: ({ do: what }: TapeOp) => what === 'call', read: readGuess, write: ({ size }: TapeAnswer) => formatBytes(size, 'en') },
  check: { forever: async () => (await import('./recorded.ts')).recordedDeath(0), lower: async () => (await import('./recorded.ts')).recordedDeath(100_000_000) },
});

const mib = 2 ** 20;

function readGuess(text: string): TapeAnswer | undefined {
  const size = readSize(text);
  return size === undefined ? undefined : { size };
}

/** Beside the stack that there is, the one that would come next, and the limit through both. */
function draw(picture: TapePicture, words: OverflowWords, { options, event }: { readonly options: Options<typeof controls>; readonly event: TapeEvent | undefined }): Scenes['stacks'] {
  const drawn = drawStack(picture, words.stack, event);
  return picture.dead ? withRefused(drawn, picture, Number(options.limit), words) : drawn;
}

function withRefused({ marks, frame, facts }: Scenes['stacks'], { stack }: TapePicture, limit: number, words: OverflowWords): Scenes['stacks'] {
  const next = 2 * (stack.hi - stack.lo);
  const [column] = frame.columns;
  const line = { at: limit, label: words.limit(limit), crossed: true };
  const refused = { key: 'next', place: 1 - column!.place, name: words.refused(next), note: '', size: next, hi: '', lo: '', state: 'refused' as const, lines: [line] };
  return { marks, frame: { ...frame, columns: [{ ...column!, lines: [] }, refused], most: next }, facts: [...facts, { label: words.limitFact, value: words.limit(limit) }] };
}
