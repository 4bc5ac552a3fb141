import { segmentMin } from '../../engine/go/stack/segmented-stack.ts';
import { bytes, count, exact } from '../stack-program.en.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { SplitWords } from './words.ts';

const words: SplitWords = {
  title: 'Hot split',
  caption: 'Up to Go 1.2 a call that did not fit took another segment, and its return gave it back: in a loop, every time. A stack that moves once has the room from then on.',
  controls: {},
  choices: {},
  presets: { edge: 'a loop across the edge', inside: 'the same loop, with room', deeper: 'the same loop, one call deeper' },
  kinds: { called: 'a call', returned: 'a return', rest: 'the turns between' },
  events: {
    called: ({ turn, took, copied }) => `Call ${formatNumber(turn)}. ${took ? 'It does not fit into the segment: another is taken.' : 'It fits into the segment.'} ${copied > 0 ? `It does not fit into the whole stack either: ${exact(copied)} are copied to one twice as large.` : 'The whole stack has room.'}`,
    returned: ({ turn, gave }) => `Return ${formatNumber(turn)}. ${gave ? 'The segment is given back.' : 'The segment stays.'} The whole stack keeps its size.`,
    rest: ({ turns, segments }) => `Turns 2 to ${formatNumber(turns + 1)}: ${segments === 0 ? 'not one segment' : count(segments, 'segment')} taken and given back, and nothing copied.`,
  },
  op: (op) => {
    switch (op.do) {
      case 'call': return `Next: a call of ${exact(op.bytes)}.`;
      case 'loop': return `Next: a loop of ${formatNumber(op.times)} turns, each a call of ${exact(op.bytes)} and its return.`;
      case 'return': return 'Next: a return.';
    }
  },
  answer: (_op, { segments, copies }) => `${count(segments, 'segment')} taken, ${copies === 1 ? '1 copy' : `${formatNumber(copies)} copies`} of the whole stack.`,
  end: 'Where a segment was given back, the next call had to take it again; the whole stack keeps what it has.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. Write ${examples.join(', or ')}.`,
    bytes: ({ value, least, most }) => `${formatNumber(Number(value))} is no size of a call here: a multiple of 8 from ${formatNumber(Number(least))} to ${formatNumber(Number(most))} bytes.`,
    times: ({ value, most }) => `${formatNumber(Number(value))} turns are not between 1 and ${formatNumber(Number(most))}.`,
    first: () => 'There is no call to return from.',
    long: ({ most }) => `A program may have at most ${formatNumber(Number(most))} lines.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One line each: ${examples.join(' · ')}. A size is what one call takes, its return address included; both stacks begin with ${bytes(segmentMin)}. # starts a comment.`,
  guess: { title: 'Predict the loop', ask: ({ do: what }) => (what === 'loop' ? 'How many segments are taken, and how often is the whole stack copied?' : ''), unread: (text) => `“${text.slice(0, 20)}” are no two numbers. Write segments + copies.` },
  contiguous: 'Go 1.27',
  copies: (copies) => (copies === 1 ? 'copied once' : `copied ${formatNumber(copies)} times`),
  segmented: 'Go 1.2',
  more: (size) => `+ ${bytes(size)}`,
  guard: 'guard',
  taken: (taken) => `${count(taken, 'segment')} taken`,
  frame: (size) => formatNumber(size),
  call: exact,
  wayBack: 'how to get back to the segment before',
  facts: { segments: 'segments (Go 1.2)', taken: 'segments taken', given: 'segments given back', stack: 'whole stack (Go 1.27)', copies: 'copies of it', bytes: 'bytes copied' },
  list: (sizes) => sizes.map(bytes).join(' + '),
  number: (value) => formatNumber(value),
  bytes,
};
export default words;
