import { arenaKiB, stackKiB } from '../../engine/go/threads/glibc.ts';
import { mostBlocked } from '../../engine/go/threads/thread-machine.ts';
import { formatNumber } from '../../i18n/quantity.ts';
import { examples } from './read.ts';
import type { ThreadWords } from './words.ts';

const mib = (kib: number): string => `${Math.floor(kib / 1024)} MiB`;
const count = (n: number, one: string): string => `${formatNumber(n)} ${one}${n === 1 ? '' : 's'}`;

const words: ThreadWords = {
  title: 'Threads never leave',
  caption: 'Each cell is a thread. A goroutine in a system call or in C keeps the thread it runs on, and the others need a new one. When the call returns, the thread stays.',
  controls: { calls: 'They wait in', arenas: 'MALLOC_ARENA_MAX' },
  choices: { system: 'a system call', c: 'C, by cgo', unset: 'not set' },
  presets: { calls: 'a hundred system calls', c: 'a hundred calls of C', two: 'the same with two arenas', locked: 'a hundred that are locked', both: 'some of each' },
  kinds: { block: 'they go in', lock: 'locked, they go in', return: 'they return', gc: 'collected' },
  events: {
    block: ({ count: n, before, threads }) => `${count(n, 'goroutine')} ${n === 1 ? 'goes' : 'go'} into calls. Each keeps its thread, the P moves on, and there are ${threads - before} more threads: ${threads}.`,
    lock: ({ count: n, before, threads }) => `${count(n, 'goroutine')}, each locked to its thread, ${n === 1 ? 'goes' : 'go'} into calls: ${threads - before} more threads, ${threads} now. The first LockOSThread of a program also brings the template thread.`,
    return: ({ before, threads }) => threads === before
      ? `All calls return. The threads wait for more work, and none ends: ${threads}.`
      : `All calls return, and ${count(before - threads, 'thread')} ${before - threads === 1 ? 'ends' : 'end'} with the goroutine locked to ${before - threads === 1 ? 'it' : 'each'}: ${threads} are left. The process’s first thread cannot end; when its turn came it was put away for good.`,
    gc: ({ threads }) => `Five collections. A thread is no object: ${threads}, as before.`,
  },
  op: (op) => {
    switch (op.do) {
      case 'block': return `Next: ${count(op.count, 'goroutine')} wait in calls.`;
      case 'lock': return `Next: ${count(op.count, 'goroutine')}, each locked to its thread, wait in calls.`;
      case 'return': return 'Next: all calls return, and the goroutines end.';
      case 'gc': return 'Next: five collections.';
    }
  },
  answer: (_op, { threads, stacks, arenas }) => `${count(threads, 'thread')}${stacks > 0 ? `, ${stacks} stacks and ${count(arenas, 'arena')} of glibc’s` : ''}.`,
  end: 'A thread ends only with a goroutine that was locked to it.',
  errors: {
    line: ({ text }) => `“${text}” is no line of this figure. Write ${examples.join(', or ')}.`,
    many: ({ most }) => `There may be 1 to ${formatNumber(Number(most ?? mostBlocked))} goroutines in calls.`,
    long: ({ most }) => `A program may have ${most} lines at most.`,
    budget: () => 'This program does not come to an end in time.',
  },
  help: `One line each: ${examples.join(' · ')}. block sends goroutines into calls, lock does so after runtime.LockOSThread, return lets all calls come back and the goroutines end. One P, two CPUs. # starts a comment.`,
  guess: { title: 'Predict the threads', ask: ({ do: what }) => `How many threads has the process ${what === 'return' ? 'when all calls have returned' : 'while they wait'}? In C, how many stacks and arenas has glibc? Write three numbers then.`, unread: (text) => `“${text.slice(0, 20)}” is no number of threads.` },
  lanes: { threads: 'threads', addresses: 'addresses that glibc took for them', history: 'threads, step by step' },
  threads: (n) => count(n, 'thread'),
  goroutines: (n) => count(n, 'goroutine'),
  thread: ({ kind, state, locked }) => {
    if (state === 'parked') return 'the first thread: put away for good';
    if (kind === 'sysmon') return 'sysmon';
    if (kind === 'template') return 'the template thread';
    return state === 'idle' ? 'an idle thread' : state === 'waits' ? 'the main goroutine waits in it' : `kept by a call${locked ? ', locked to its goroutine' : ''}`;
  },
  stacks: (n) => `${count(n, 'stack')} of ${mib(stackKiB)}`,
  kept: (n) => `${count(n, 'stack')} kept`,
  arenas: (n) => `${count(n, 'arena')} of ${mib(arenaKiB)}`,
  addresses: (mib) => `${formatNumber(mib, 0)} MiB`,
  step: '',
  facts: { goroutines: 'goroutines', threads: 'threads', inCalls: 'kept by calls', idle: 'idle', stacks: 'stacks of glibc’s', arenas: 'arenas of glibc’s' },
};
export default words;
