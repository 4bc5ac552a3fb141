import type { Answer } from '../../engine/allocators/allocator.ts';
import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { heapErrors, heapHelp } from '../heap-program.en.ts';
import { policyNames } from './policies.ts';
import type { ArenaWords, LaneFigures } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'en');
const percent = ({ live, heap }: LaneFigures): string => `${formatNumber((100 * live) / heap, 0)}%`;
const meanings: Readonly<Record<string, string>> = { live: 'live', free: 'a hole', top: 'not used yet', refused: 'did not fit, with its tags or rounding' };

const policies: ArenaWords['policies'] = { first: 'first fit', next: 'next fit', best: 'best fit', worst: 'worst fit', segregated: 'segregated fit', buddy: 'buddy' };

const list = (names: readonly string[]): string => (names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`);
const inWords = (indexes: readonly number[]): string => list(indexes.map((i) => policies[policyNames[i]!]));
const indexesOf = (answers: readonly Answer[], refused: boolean): readonly number[] => answers.flatMap((answer, i) => ((answer === null) === refused ? [i] : []));

const words: ArenaWords = {
  title: 'Fit arena',
  caption: 'Six ways to choose a hole, one program, heaps of one size. A request fails for want of one piece long before the bytes run out; which heap lacks it was decided by earlier choices. Hatched is what nobody asked for: the tags of the lists, the rounding of the buddies.',
  controls: { heap: 'heap, bytes' },
  choices: {},
  presets: { steady: 'a random steady state', bestLoses: 'best fit loses', firstLoses: 'first fit loses', buddyWastes: 'a byte above powers of two', powers: 'powers of two' },
  kinds: { served: 'all serve', refused: 'some refuse', freed: 'an object is freed', nothing: 'nothing to free' },
  events: {
    served: ({ op, lanes }) => `All six find ${bytes(op.size)} for ${op.name}, after looking at ${list(lanes.map(({ steps }) => String(steps)))} blocks.`,
    refused: ({ op, lanes }) => {
      const answers = lanes.map(({ answer }) => answer);
      const serving = indexesOf(answers, false);
      const size = bytes(op.size);
      return serving.length === 0 ? `${size} for ${op.name}: all six refuse.` : `${size} for ${op.name}: ${inWords(indexesOf(answers, true))} ${serving.length === 5 ? 'refuses' : 'refuse'}; ${inWords(serving)} ${serving.length === 1 ? 'serves' : 'serve'}.`;
    },
    freed: ({ op }) => `${op.name} is freed; its block grows together with free neighbours.`,
    nothing: ({ op }) => `Nobody holds ${op.name}: nothing to free.`,
  },
  op: (op) => (op.do === 'free' ? `Next, free ${op.name}.` : `Next, ${op.do} of ${bytes(op.size)} for ${op.name}.`),
  answer: (op, answers) => (op.do === 'free' ? `${op.name} is freed.` : `Answers: ${answers.map((answer) => (answer === null ? 'null' : formatAddress(answer))).join(', ')}.`),
  end: 'Refused was what found no single hole large enough, however many bytes were free.',
  errors: heapErrors,
  help: heapHelp,
  policies,
  rover: 'next search starts here',
  figure: (lane) => `${lane.refused === 0 ? '' : `${lane.refused} refused · `}${percent(lane)} live`,
  note: ({ holes, largest, steps }) => `${holes} ${holes === 1 ? 'hole' : 'holes'}, largest ${largest} · looked at ${steps}`,
  fact: ({ live, heap, holes, largest, refused, steps }) => `${formatNumber(live)} of ${formatNumber(heap)} bytes live, ${holes} ${holes === 1 ? 'hole' : 'holes'}, the largest ${largest} bytes, ${refused} refused, ${steps} ${steps === 1 ? 'block' : 'blocks'} looked at`,
  cell: (meaning, size, addr, name) => `${name === undefined ? '' : `${name}: `}${size} bytes at offset ${addr}, ${meanings[meaning] ?? meaning}`,
};
export default words;
