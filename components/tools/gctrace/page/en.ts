import type { PageWords } from './words.ts';

const words: PageWords = {
  title: 'Your gctrace',
  question: 'What does each number of a gctrace line mean, and is the goal what it should be?',
  description: 'Paste lines of GODEBUG=gctrace=1, or a whole log: each field explained and drawn on its cycle, heap, goals, pauses and CPU over time, each goal recomputed from the line before.',
  stillTitle: 'One line, field by field',
  stillCaption: 'A line that Go 1.27 printed for a small program: each of its numbers, and where it lies in the cycle. Stops too short to be seen are drawn wider than they are.',
  boxTitle: 'Paste yours here',
  boxLead: 'Single lines, or a whole log: timestamps, prefixes of kubectl and lines inside JSON are no hindrance.',
  boxLabel: 'Log with lines of gctrace',
  gogc: 'GOGC',
  memlimit: 'GOMEMLIMIT',
  read: 'Read',
  clear: 'Clear',
  file: 'Choose a file',
  dropHint: (limit) => `or drop one anywhere on this page, to ${limit}`,
  examplesTitle: 'No log at hand?',
  examples: { stacks: 'a heap beside large stacks', falling: 'a heap that falls, GOGC unknown', limit: 'under a memory limit' },
  privacy: 'What you paste stays on this page: it is read here, in your browser, and goes into no request, no address and no storage.',
  unloaded: 'The reader did not load. Try again when you are online.',
  noScript: 'Reading your own log here needs JavaScript. Without it, in a checkout of this book:',
  recordTitle: 'Where the lines come from',
  recordLead: 'Every Go program prints them on its standard error when its environment asks for it:',
  recordPod: 'In Kubernetes, which restarts the pods:',
  recordNotes: 'Lines of Go 1.8 and later are read; stacks and globals are in them since 1.18. The goal of a line is recomputed from the line before it: marked heap, stacks and globals, GOGC, the least heap, and the memory limit if there is one. A program that ends while it prints cuts its last line.',
};
export default words;
