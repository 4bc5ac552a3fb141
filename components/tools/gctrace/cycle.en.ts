import type { CycleWords } from './cycle-words.ts';

const words: CycleWords = {
  gap: ' ',
  when: (seconds, percent) => `It began ${seconds} s after the program. From then to its end collections took ${percent}% of all CPU time, idle marking left out.`,
  forced: 'runtime.GC() called for it.',
  groups: { clock: 'By the clock', cpu: 'On all CPUs together', heap: 'The heap, in whole MiB, rounded down' },
  rows: {
    sweepStop: ['Stopped: sweep termination', 'Every goroutine stands. Spans that are still to be swept are swept, and the write barrier goes on.'],
    mark: ['Marking, beside the program', 'Goroutines run and allocate, while a quarter of the CPUs mark what they can reach.'],
    termStop: ['Stopped: mark termination', 'Every goroutine stands again. Marking ends, the next goal is set, sweeping begins.'],
    cpuSweep: ['First stop', 'The time of the stop for each P that stood.'],
    assist: ['Assists', 'Goroutines that allocated faster than marking went had to mark themselves: they felt it as latency.'],
    background: ['Background workers', 'Dedicated and fractional ones: the quarter set aside for marking.'],
    idle: ['Idle workers', 'P that had nothing else to do. They are not in the percentage.'],
    cpuTerm: ['Second stop', 'Again for each P.'],
    start: ['When it began', 'The heap that set the cycle off: live, garbage, and new.'],
    end: ['When marking ended', 'With what was allocated meanwhile.'],
    marked: ['Live', 'What was marked: the next goal is computed from it. The rest is swept.'],
    goal: ['Goal', 'By this size the cycle was to end. It was set when the cycle before ended.'],
    expected: ['Goal, recomputed', 'What the numbers of the line before allow: each stands for a whole MiB.'],
  },
  between: (least, most) => `By the line before, the goal lies between ${least} and ${most}.`,
  holds: 'The printed one does.',
  fails: 'The printed one does not: GOGC or GOMEMLIMIT was another, or the program changed it.',
  unknown: 'The cycle before this one is not in the log, so its goal cannot be recomputed.',
  roots: (stacks, globals) => `Stacks and globals are scanned too, ${stacks} and ${globals} MiB of them here. Since Go 1.18 they count in the goal.`,
  procs: (procs) => `GOMAXPROCS was ${procs}.`,
};
export default words;
