import { formatBytes, formatNumber } from '../../i18n/quantity.ts';
import type { PinballEvent } from './pinball.ts';
import { example } from './read.ts';
import { versionOf, type Place } from './recorded.ts';
import { kept } from './snippets.ts';
import type { PinballWords } from './words.ts';

/** Longer than what a frame keeps, and in the frame all the same. */
const uncopied = 'bytesOfString(string33)';

const places: Readonly<Record<Place, string>> = { stack: 'stack', heap: 'heap', table: 'a table in the program' };
const costOf = (bytes: number, mallocs: number): string => (mallocs === 0 ? 'nothing on the heap' : `${formatBytes(bytes, 'en')} on the heap`);

function whyOf({ call, place, peg, bytes, mallocs }: Extract<PinballEvent, { kind: 'fell' }>): string {
  if (place === 'table') return 'The interface has to point at the value. But small integers lie ready in a table of the program, staticuint64s, and it points there. The heap gets nothing.';
  if (place === 'stack' && call === uncopied) return 'Nothing writes to b, and this release sees that. So b is the string’s own bytes: no copy is made, on neither stack nor heap.';
  if (place === 'stack') return peg === undefined ? 'Nothing points to it after the call, and its size is known: it lies in the frame. The heap gets nothing.' : staysThough[peg];
  const objects = mallocs === 1 ? 'one object' : `${formatNumber(mallocs)} objects`;
  return `${turned[peg!]} Each call puts ${objects} on the heap, ${formatBytes(bytes, 'en')}.`;
}

const turned = {
  outlives: 'Something that is there after the call points to it.',
  interface: 'An interface holds a pointer to the value and goes where the compiler does not follow.',
  large: 'It is larger than the compiler allows in a frame.',
  unknown: 'The compiler does not know how large it will be, and no room in the frame was kept for it, or too little.',
} as const;

const staysThough = {
  outlives: 'Nothing that is there after the call points to it.',
  interface: 'The interface does not leave the call.',
  large: 'It is large, but this release still allows that in a frame.',
  unknown: `The compiler does not know how large it will be. It keeps ${kept} bytes of the frame for such a value, and this one fits.`,
} as const;

const words: PinballWords = {
  title: 'Escape pinball',
  caption: 'Nothing here is computed by us. Each decision was recorded from a real compiler, and what the call put on the heap was counted in the program it made.',
  controls: { release: 'Go 1.' },
  choices: {},
  presets: { sizes: 'how large is it?', lifetimes: 'who still points to it?', interfaces: 'into an interface' },
  kinds: { written: 'a value is made', said: 'what -m says', fell: 'where it goes' },
  events: {
    written: ({ call }) => `${call}. Stack or heap?`,
    said: ({ says, release }) => (says === '' ? `The compiler of ${versionOf(release)} says nothing about it.` : `The compiler of ${versionOf(release)}: “${says.replace('\n', '; ')}”.`),
    fell: whyOf,
  },
  op: ({ call }) => `Next: ${call}.`,
  answer: ({ call }, { place }) => `${call}: ${places[place]}.`,
  end: 'Neither new nor & decided any of it.',
  errors: {
    call: ({ text }) => `“${text}” was not recorded. Write a call as the examples have it: ${example}.`,
    long: ({ most }) => `A program may have ${most} lines at most.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: 'A call a line, of those recorded. All of them, and the functions, are in the book’s repository, in the folder oracle/probe/escapes.',
  guess: { title: 'Guess first', ask: ({ call }) => `${call}: where does the value lie?`, unread: (text) => `“${text}” is neither stack nor heap.` },
  pegs: { outlives: 'needed after the call?', interface: 'in an interface that leaves?', large: 'too large for a frame?', unknown: 'size unknown, and no room kept?' },
  places,
  none: 'nothing yet',
  cost: costOf,
  asked: (version) => `go build -gcflags='-m -l' with ${version}:`,
  silent: '(nothing)',
  releases: 'recorded with Go 1.x:',
  facts: { call: 'call', said: 'what -m -l says', place: 'recorded' },
};
export default words;
