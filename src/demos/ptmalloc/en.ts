import { formatAddress, formatBytes, formatNumber } from '../../i18n/quantity.ts';
import { heapErrors, heapHelp } from '../heap-program.en.ts';
import type { PtmallocWords } from './words.ts';

const bytes = (size: number): string => formatBytes(size, 'en');
const at = (addr: number): string => (addr < 0 ? `mapping #${-addr}` : formatAddress(addr));
const meanings: Readonly<Record<string, string>> = { live: 'live', cached: 'freed, in a cache', free: 'free', top: 'top', header: 'the cache’s own counts and heads' };

const words: PtmallocWords = {
  title: 'ptmalloc inside',
  caption: 'glibc’s malloc keeps what you free in five kinds of lists. Above, the chunks where they lie; below, the same chunks where they wait, each list in the order malloc takes from it.',
  controls: { row: 'bytes to a row' },
  choices: { 512: '512', 1024: '1,024', 2048: '2,048', 16384: '16 KiB', 131072: '128 KiB' },
  presets: { seven: 'seven and more', split: 'free big, ask small', consolidate: 'consolidate', thresholds: 'the moving threshold' },
  kinds: {
    'tcache-take': 'the cache has one', 'tcache-put': 'into the cache', 'stash': 'the cache is filled', 'fastbin-take': 'from a fast bin', 'fastbin-put': 'into a fast bin',
    'consolidate': 'a fast bin is emptied', 'look': 'the unsorted bin is sorted', 'unsorted': 'into the unsorted bin', 'file': 'into a small or large bin', 'take': 'a chunk is taken whole',
    'split': 'a chunk is split', 'cut-top': 'top is cut', 'merge': 'neighbours merge', 'merge-top': 'top takes a chunk in', 'grow': 'the break moves up', 'trim': 'the break moves down',
    'map': 'a mapping of its own', 'unmap': 'a mapping ends', 'copy': 'an object is copied',
  },
  events: {
    'tcache-take': ({ by, addr, size, count }) => `${by}: the thread’s cache has a chunk of ${formatNumber(size)} bytes. The last one put is the first out: ${at(addr)}; ${count} left. No lock, no search.`,
    'tcache-put': ({ by, addr, size, count }) => `${by}: the cache for chunks of ${formatNumber(size)} bytes has room. ${at(addr)} becomes its head, number ${count}. Its neighbours still take it for live.`,
    'stash': ({ by, addr, count }) => `${by}, while it is here, moves ${at(addr)} of the same size into the cache: ${count} there.`,
    'fastbin-take': ({ by, addr, size }) => `${by}: the cache had none. The fast bin of ${formatNumber(size)} bytes gives its head, ${at(addr)}.`,
    'fastbin-put': ({ by, addr, count }) => `${by}: the cache is full. ${at(addr)} becomes the head of its fast bin, number ${count}; it is not merged with anything.`,
    'consolidate': ({ by, addr }) => `${by} takes ${at(addr)} out of its fast bin, to merge it with what is free beside it.`,
    'look': ({ by, addr, size }) => `${by} looks at the oldest chunk of the unsorted bin: ${at(addr)}, ${formatNumber(size)} bytes.`,
    'unsorted': ({ by, addr, size }) => `${by} puts ${at(addr)}, now ${formatNumber(size)} bytes, at the head of the unsorted bin: whoever asks next sorts it.`,
    'file': ({ by, addr, list }) => `${by}: not what is asked for, so ${at(addr)} is filed by its size, in a ${list} bin. Only here do chunks get into bins.`,
    'take': ({ by, list, addr, size }) => `${by} takes the chunk at ${at(addr)}, ${formatNumber(size)} bytes, whole out of ${list === 'unsorted' ? 'the unsorted' : `its ${list}`} bin.`,
    'split': ({ by, addr, size, rest, last }) => `${by} keeps the low ${formatNumber(size)} bytes of the chunk at ${at(addr)}; ${formatNumber(rest)} remain${last ? ', and are noted as last_remainder: the next small request is cut from there too' : ''}.`,
    'cut-top': ({ by, size, rest }) => `${by}: no list has a chunk that is large enough. ${formatNumber(size)} bytes come off the low end of top; ${formatNumber(rest)} remain.`,
    'merge': ({ by, addr, size, side }) => `${by}: the chunk ${side === 'before' ? 'before' : 'behind'} is free. Together they are ${formatNumber(size)} bytes at ${at(addr)}.`,
    'merge-top': ({ by, addr, size }) => `${by}: the chunk touches top and becomes part of it. Top now begins at ${at(addr)}, with ${bytes(size)}.`,
    'grow': ({ by, size }) => `${by}: top is too small. The break moves up by ${bytes(size)}, by more than is needed.`,
    'trim': ({ by, size, threshold }) => `${by}: top is now at least ${bytes(threshold)} large. The break moves down by ${bytes(size)}; so much goes back to the kernel.`,
    'map': ({ by, size, threshold }) => `${by}: at ${bytes(threshold)} and more a request gets a mapping of its own, here of ${bytes(size)}.`,
    'unmap': ({ by, size, threshold, moved }) => `${by} gives the mapping of ${bytes(size)} back to the kernel.${moved ? ` What was freed once will be asked for again: from now on only requests of ${bytes(threshold)} and more are mapped.` : ''}`,
    'copy': ({ by, from, addr, size }) => `${by} copies ${bytes(size)} from ${at(from)} to ${at(addr)}.`,
  },
  op: (op) => (op.do === 'free' ? `Next, free ${op.name ?? op.id}.` : `Next, ${op.do} of ${bytes(op.size)} for ${op.name ?? op.id}.`),
  answer: (op, { addr, heap }) => {
    const what = op.do === 'free' ? `${op.name ?? op.id} is freed` : addr === null ? `${op.name ?? op.id} gets null` : `${op.name ?? op.id} lies at ${at(addr)}`;
    return `${what}; the heap has ${bytes(heap)}.`;
  },
  end: 'What was freed waits in a list for a request, or went into the top chunk, or back to the kernel.',
  errors: heapErrors,
  help: heapHelp,
  lists: { tcache: 'tcache', fastbin: 'fast bins', unsorted: 'unsorted', small: 'small bins', large: 'large bins', top: 'top', mmap: 'mappings' },
  filled: (size, count, limit) => `${size}: ${limit === undefined ? count : `${count} of ${limit}`}`,
  several: (count) => (count === 1 ? 'one chunk' : `${count} chunks`),
  from: (threshold) => `≥ ${threshold}`,
  ends: { head: 'head', tail: 'tail', next: 'next', empty: 'empty' },
  heap: 'heap',
  lastRemainder: 'last_remainder',
  cell: (meaning, size, addr, name) => `${name === undefined ? '' : `${name}: `}chunk of ${size} bytes at ${addr}, ${meanings[meaning] ?? meaning}`,
  bytes,
  top: 'top',
  held: 'held',
  none: 'none',
};
export default words;
