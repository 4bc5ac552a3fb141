import type { Lane, LevelEvent, PartName } from '../../engine/memory/ledger/level-tour.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import type { RssWords } from './words.ts';

const kib = (bytes: number): string => `${formatNumber(bytes / 1024, 0)} KiB`;
const of = ({ parts }: Lane, name: PartName): number => parts.find((part) => part.name === name)?.bytes ?? 0;
const counted = ({ parts }: Lane): number => parts.reduce((sum, part) => sum + (part.counted ? part.bytes : 0), 0);

const processes: Readonly<Record<string, string>> = {
  hello: 'a program that prints and waits', hold: 'one that holds 80 MiB', collected: '80 MiB dropped and collected', released: '80 MiB given back', goroutines: '10,000 goroutines wait', file: 'a file of 64 MiB is mapped and read', c: '64 MiB are C’s', threads: '16 threads of C',
};

function rss({ lane }: Extract<LevelEvent, { kind: 'rss' }>): string {
  return `Of the ${kib(lane.total)} that are resident, Go counts ${kib(counted(lane))}: heap, stacks of goroutines and the runtime’s notes, underlined. The rest is in no counter of Go’s.`;
}

const words: RssWords = {
  title: 'Who owns RSS?',
  caption: 'One process, told by four counters, each to the same scale. The cgroup is charged for more than the process has; the process has what Go does not count; Go counts what nobody has touched; and live objects are a part of that.',
  controls: { process: 'Process' },
  choices: processes,
  presets: { hello: 'a small program', hold: '80 MiB on the heap', c: '64 MiB are C’s', tax: 'what the runtime notes, by version' },
  kinds: { charge: 'the cgroup', rss: 'the resident set', go: 'Go’s counters', live: 'the objects', notes: 'the runtime’s notes' },
  events: {
    charge: ({ lane }) => `The cgroup is charged ${kib(lane.total)}: ${kib(of(lane, 'anon'))} of the process’s own, ${kib(of(lane, 'mapped') + of(lane, 'cached'))} of files, ${kib(of(lane, 'kernel'))} of the kernel’s. What is left each CPU has been charged in advance.`,
    rss,
    go: ({ lane }) => `Sys − HeapReleased is ${kib(lane.total)}. Of these ${kib(lane.untouched)} have never been touched, so they are in no RSS.`,
    live: ({ lane }) => `HeapAlloc is ${kib(lane.total)}: objects, and those not yet collected.`,
    notes: ({ lane }) => `Go ${lane.of} keeps ${kib(lane.total)} beside the heap: ${kib(of(lane, 'note/heapArenas'))} for one arena, ${kib(of(lane, 'note/scavengeIndex'))} of the scavenge index, ${kib(of(lane, 'note/profiler'))} for the profiler.`,
  },
  op: (op) => (op.do === 'notes' ? `Next: what the runtime of Go ${op.version} has mapped for itself.` : { charge: 'Next: what the cgroup is charged.', rss: 'Next: the pages of the process.', go: 'Next: what Go’s counters say.', live: 'Next: the objects.' }[op.level]),
  answer: (_op, { bytes }) => `${kib(bytes)}.`,
  end: 'What lies between two of them has a name.',
  errors: {},
  lane: ({ level, of: name }) => ({ charge: 'charged to the cgroup', rss: 'resident: RSS', go: 'counted by Go: Sys − HeapReleased', live: 'objects: HeapAlloc', notes: `Go ${name}` })[level],
  note: ({ level, untouched }) => (level === 'go' ? `${kib(untouched)} of it never touched` : level === 'rss' ? 'underlined: Go counts it' : undefined),
  parts: {
    'anon': 'the process’s own', 'mapped': 'files, mapped', 'cached': 'files, only read', 'kernel': 'the kernel’s', 'rest': 'in advance',
    'rss/goHeap': 'Go heap', 'rss/goNotes': 'runtime’s notes', 'rss/cHeap': 'C’s heap', 'rss/stacks': 'threads’ stacks', 'rss/program': 'the program’s file', 'rss/libraries': 'libraries', 'rss/files': 'mapped files', 'rss/kernel': 'vdso', 'rss/unclear': 'unclear',
    'objects': 'objects', 'unused': 'room in spans', 'free': 'free pages', 'stacks': 'goroutines’ stacks', 'tables': 'runtime’s notes',
    'note/arenaIndex': 'arena index', 'note/heapArenas': 'heapArena', 'note/summaries': 'summaries', 'note/scavengeIndex': 'scavenge index', 'note/chunkTable': 'chunk table', 'note/allspans': 'allspans', 'note/gcBits': 'mark bits', 'note/profiler': 'profiler’s table', 'note/persistent': 'small structures',
  },
  amount: kib,
  part: (name, bytes, isCounted) => `${name}: ${kib(bytes)}${isCounted ? ', counted by Go' : ''}`,
  nothing: 'nothing looked at yet',
  names: 'In each bar, from left to right:',
};
export default words;
