import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import type { LockWords } from './words.ts';

const blocks = (count: number): string => (count === 1 ? 'one block' : `${formatNumber(count)} blocks`);

/** Offsets from the first block, as many as are worth reading. */
function listed(offsets: readonly number[]): string {
  const shown = offsets.slice(0, 6).map((offset) => formatAddress(offset)).join(' ');
  return offsets.length > 6 ? `${shown} …` : shown;
}

const words: LockWords = {
  title: 'Lock or cache',
  caption: 'Each outline is the calls of malloc and free; the solid part is those that went behind a lock. With one lock that is every call. With a cache for each thread, tcmalloc goes there only to fetch or return blocks by the batch.',
  controls: { threads: 'threads', burst: 'blocks at a time', size: 'bytes a block', frees: 'freed by' },
  choices: { 4096: '4,096', 32768: '32,768', self: 'the thread that asked', next: 'another thread', only: 'one that never asked' },
  presets: { eight: 'eight threads', one: 'one thread, from the start', handed: 'handed to another thread', only: 'to a thread that never asked', large: 'large blocks' },
  kinds: { 'fetch': 'blocks are fetched', 'return': 'blocks are returned', 'direct': 'a block without a list', 'span': 'a span from the page heap', 'span-back': 'a span goes back', 'done': 'a turn is over' },
  events: {
    'fetch': ({ thread, count, whole }) => `Thread ${thread + 1} finds its list empty. Behind the central list’s lock it fetches ${blocks(count)}${whole ? ', a batch that somebody returned as a whole' : ''}; the next ones will cost no lock.`,
    'return': ({ thread, count, whole }) => `The list of thread ${thread + 1} is longer than its limit. Behind the lock it returns ${blocks(count)}${whole ? ' as one batch, ready for the next thread' : ''}.`,
    'direct': ({ thread }) => `Thread ${thread + 1} has never asked for a block, so it has no list yet: the block it frees goes behind the lock alone.`,
    'span': ({ thread, bytes }) => `The central list has none either. For thread ${thread + 1} the page heap, behind a lock of its own, cuts a span of ${formatBytes(bytes, 'en')}.`,
    'done': ({ thread, calls, unlocked }) => `Thread ${thread + 1}: ${unlocked === calls ? `${calls === 1 ? 'one call' : `${calls} calls`}, not a single lock` : calls === 1 ? 'its one call needed a lock' : `${unlocked} of ${calls} calls needed no lock`}.`,
    'span-back': ({ bytes }) => `Nobody uses a span any more: ${formatBytes(bytes, 'en')} go back to the page heap, behind its lock.`,
  },
  op: (op) => (op.do === 'malloc' ? `Next, thread ${op.thread + 1} asks for ${blocks(op.count)}.` : `Next, thread ${op.thread + 1} frees ${blocks(op.count)}${op.of === op.thread ? '' : ` of thread ${op.of + 1}`}.`),
  answer: (op, answer) => (op.do === 'free' ? `Thread ${op.thread + 1} freed ${blocks(op.count)}.` : `Thread ${op.thread + 1} got ${blocks(op.count)}: ${listed(answer.blocks)}.`),
  end: 'What a thread’s own cache served waited for no lock.',
  errors: {},
  oneLock: 'one lock',
  everyCall: 'every call',
  thread: (number) => `thread ${number}`,
  calls: (calls) => `of ${formatNumber(calls)} ${calls === 1 ? 'call' : 'calls'}`,
  together: 'caches',
  share: (percent) => `${percent} of them`,
};
export default words;
