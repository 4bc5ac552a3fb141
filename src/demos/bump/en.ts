import { formatBytes, formatAddress } from '../../i18n/quantity.ts';
import { heapErrors, heapHelp } from '../heap-program.en.ts';
import type { BumpWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'en');
const meanings: Readonly<Record<string, string>> = { live: 'live', free: 'freed, cannot be used', top: 'not reached yet', refused: 'did not fit' };

const words: BumpWords = {
  title: 'Free breaks the bump',
  caption: 'The fastest allocator moves one pointer. It has no way to take a single object back: what is freed below the pointer stays a hole until the whole region starts anew.',
  controls: { regions: 'regions' },
  choices: {},
  presets: { holes: 'free, and still full', keeper: 'one object keeps a region', reset: 'free all at once' },
  kinds: { bump: 'the pointer moves', enter: 'a new region', hole: 'a hole is left', rewind: 'a region starts anew', refuse: 'a request fails', copy: 'an object is copied' },
  events: {
    bump: ({ name, addr, size }) => `${name} gets ${bytes(size)} at offset ${formatAddress(addr)}; the pointer moves up by as much. That is all the work there is.`,
    enter: ({ region }) => `The request would pass the end of the region: the pointer goes to region ${region + 1}, which is empty.`,
    hole: ({ name, size, left }) => (left === 0
      ? `${name} is freed, and it was the last one in its region.`
      : `${name} is freed: a hole of ${bytes(size)}. The pointer is past it and does not come back. The region still has ${left} live ${left === 1 ? 'object' : 'objects'}.`),
    rewind: ({ size, region }) => `The pointer of region ${region + 1} goes back to its start: ${bytes(size)} are free again, in one step.`,
    refuse: ({ size, unused }) => `${bytes(size)} are refused, though ${bytes(unused)} of the heap are in no object.`,
    copy: ({ size }) => `A bump allocator cannot stretch a block: ${bytes(size)} are copied to the new place.`,
  },
  op: (op) => {
    if (op.do === 'reset') return 'Next, everything is given back at once.';
    if (op.do === 'free') return `Next, free ${op.name}.`;
    return `Next, ${op.do} of ${bytes(op.size)} for ${op.name}.`;
  },
  answer: (op, answer) => {
    if (op.do === 'reset') return 'Nothing was looked at; everything is free.';
    if (op.do === 'free') return `${op.name} is freed.`;
    return answer === null ? 'Answer: null, out of memory.' : `Answer: offset ${formatAddress(answer)}.`;
  },
  end: 'What is freed below the pointer comes back with its whole region, and not before.',
  errors: heapErrors,
  help: `${heapHelp} A line “reset” gives everything back.`,
  cell: (meaning, size, addr, name) => `${name === undefined ? '' : `${name}: `}${size} bytes at offset ${addr}, ${meanings[meaning] ?? meaning}`,
  heap: 'heap',
  region: (index) => `region ${index}`,
  pointer: 'next',
  live: (size, objects) => (objects === 0 ? 'empty' : `live ${bytes(size)}`),
  lost: (size) => `lost ${bytes(size)}`,
  liveBytes: 'live',
  lostBytes: 'freed, cannot be used',
  bytes,
};
export default words;
