import cycle from './cycle.en.ts';
import type { GctraceWords } from './words.ts';

const names = { number: 'number', time: 'time', percent: 'percentage', clock: 'clock times', cpu: 'CPU times', heap: 'heap sizes', goal: 'goal', procs: 'number of P' } as const;

const words: GctraceWords = {
  cycle,
  shown: (from, to, all) => `The box shows lines ${from} to ${to} of ${all}. All of them were taken.`,
  exampleFailed: 'The example did not load. Try again when you are online.',
  fileFailed: 'This file could not be read. Choose it again, or paste its text.',
  fileTooLarge: (size, limit) => `The file has ${size}; at most ${limit} are read. Keep only what grep 'gc [0-9]* @' finds.`,
  fileBinary: 'This file is not text. Give a log with lines of gctrace.',
  reading: 'Reading the lines…',
  cancel: 'Cancel',
  cancelled: 'Cancelled. The text is still in the box.',
  failed: 'The reader did not start. Load the page again; the text in the box can be copied first.',
  tooLong: (length, limit) => `The log has ${length} characters; at most ${limit} are read. Keep only what grep 'gc [0-9]* @' finds.`,
  nothing: 'There is no line of gctrace in this text. Run the program with GODEBUG=gctrace=1 in its environment: the lines are on its standard error.',
  allDamaged: 'No cycle of gctrace in this text can be read: each line that begins as one is damaged.',
  field: (name, like, found) => `The ${names[name]} should look like “${like}”, not “${found}”.`,
  cut: (name) => `The line ends before its ${names[name]}.`,
  listed: (shown, all) => `${shown} of ${all} are listed.`,
  skipped: (lines) => `Skipped lines: ${lines}`,
  more: (lines) => `and ${lines} more`,

  gap: ' ',
  title: (cycles, seconds) => `${cycles} ${cycles === '1' ? 'collection' : 'collections'} in ${seconds} s`,
  pauses: (longest, line, median) => `The world stood still for ${longest} ms at the longest, both pauses of a cycle together (line ${line}), and for ${median} ms in the median cycle.`,
  heaps: (live, goal) => `At most ${live} were live, and the goal reached ${goal}.`,
  cpuTaken: (percent, assists) => `By the last line collections had taken ${percent}% of all CPU time. Of the marking, idle workers aside, ${assists}% was done by goroutines that allocate (assists).`,
  forced: (cycles) => `Forced by runtime.GC(): ${cycles}.`,
  goalsHold: (cycles, gogc) => `${cycles === '1' ? 'The one printed goal that can be held' : `All ${cycles} printed goals that can be held`} against the line before ${cycles === '1' ? 'is' : 'are'} what the pacer’s formula gives for ${gogc}.`,
  goalsFail: (cycles, of, gogc) => `${cycles} of ${of} printed goals are not what the pacer’s formula gives for ${gogc}.`,
  settings: (gogc, limit) => `GOGC=${gogc}${limit === undefined ? '' : ` and GOMEMLIMIT=${limit}`}`,
  off: 'off',
  fitting: (from, to) => (from === to ? `GOGC=${from} would fit all of them.` : `Any GOGC from ${from} to ${to} would fit all of them.`),
  noFitting: 'No single GOGC fits all of them: GOMEMLIMIT set some, or the program changed its settings. Say GOMEMLIMIT above.',
  passed: (lines) => `Other lines passed over: ${lines}.`,

  runs: 'Run',
  run: (number, cycles, line) => `${number}: from line ${line}, cycles: ${cycles}`,
  show: 'Show',
  quantities: { heap: 'heap and goals', pauses: 'pauses', cpu: 'CPU' },
  overTime: (what) => `Over time: ${what}`,
  scrubber: 'Cycle',
  atCycle: (number, line) => `gc ${number}, line ${line}`,
  previous: 'Previous cycle',
  next: 'Next cycle',

  live: 'live',
  heap: 'heap',
  goal: 'goal',
  pause: 'stopped',
  share: 'since the last',
  whole: 'since the start',
  axes: { heap: 'MiB', pauses: 'both pauses of a cycle, ms', cpu: 'of all CPU time' },
  secondsAxis: 'seconds',
};
export default words;
