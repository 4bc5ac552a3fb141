import memory from '../../../src/demos/two-maps/memory.en.ts';
import { damages } from '../../../src/engine/memory/damage.ts';
import service from './service/en.ts';
import type { ProcessWords } from './words.ts';

const words: ProcessWords = {
  memory,
  damage: damages,

  stages: { reading: 'Reading the lines…', explaining: 'Looking for what each mapping is…', summing: 'Adding up…' },
  cancel: 'Cancel',
  cancelled: 'Cancelled. The text is still in the box.',
  kept: 'Cancelled. Below is still what was read before.',
  waiting: 'Working on it',
  stop: 'Stop',
  left: 'Stopped. All is as it was before.',
  failed: 'The reader did not start. Load the page again; the text in the box can be copied first.',
  exampleFailed: 'The example did not load. Try again when you are online.',
  fileFailed: 'This file could not be read. Choose it again, or paste its text.',
  fileTooLarge: (size, limit) => `The file has ${size}; at most ${limit} are read. Give maps instead of smaps, or cut it between two mappings.`,
  fileBinary: 'This file is not text. Give the text of maps, smaps or pmap.',
  shown: (from, to, all) => `The box shows lines ${from} to ${to} of ${all}. All of them were taken.`,

  paragraph: (sentences) => sentences.join(' '),
  isGo: (releases, likely) => `A Go program${releases && `, ${releases}`}${likely === undefined ? '' : `, probably ${likely}`}`,
  noGo: 'No Go runtime in this map',
  releases: ({ from, to }) => {
    if (from === undefined) return to === undefined ? '' : `1.${to} or earlier`;
    if (to === undefined) return `1.${from} or later`;
    return from === to ? `1.${from}` : `1.${from} ${to - from === 1 ? 'or' : 'to'} 1.${to}`;
  },
  heapAt: (base) => `Go’s heap is at ${base}.`,
  virt: (virt, mappings) => `VIRT is ${virt} in ${mappings} mappings.`,
  summaries: (reserved) => `${reserved} of it are reserved for page summaries and their index and never become memory.`,
  rss: (rss, owners) => `RSS is ${rss}: ${owners}.`,
  noRss: 'This text has no RSS. Paste smaps to see what is resident.',
  counted: (virt) => `Go’s own counters see ${virt} of VIRT: that is what MemStats.Sys should say.`,
  countedRss: (counted, uncounted) => `Of RSS they see ${counted}; the other ${uncounted} no Go counter sees.`,
  unclear: (virt) => `Of ${virt} of VIRT nobody can tell from outside whether Go counts them.`,
  notable: {
    lazyFreeKiB: (amount) => `${amount} of RSS are given back already (LazyFree): the kernel takes them when it needs them.`,
    anonHugePagesKiB: (amount) => `${amount} of RSS are huge pages (AnonHugePages).`,
    swapKiB: (amount) => `${amount} more are in swap.`,
  },
  and: (things) => (things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} and ${things.at(-1)}`),
  owner: (name, amount) => `${name} ${amount}`,

  totals: 'What it amounts to, in KiB',
  columns: { what: 'What', virt: 'VIRT', rss: 'RSS', counted: 'Go counts' },
  groups: {
    program: 'the program', cHeap: 'C heaps', library: 'libraries and files', goHeap: 'Go’s heap', summary: 'page summaries and index',
    metadata: 'runtime tables', stack: 'stacks', kernel: 'kernel pages', unclear: 'not known',
  },
  counting: { counted: 'yes', uncounted: 'no', unclear: 'unclear' },
  certaintyOf: (certainty, size) => `${memory.certainty[certainty]} ${size}`,
  whole: 'all',
  bounds: 'Where one mapping holds several kinds, the kernel tells only the RSS of all of them: 0–40 means anything between.',
  copy: 'Copy this table',
  copied: 'Copied.',
  copyBlocked: 'The browser does not allow copying. Here is the table:',
  download: 'Download all mappings as JSON',

  map: 'The map',
  mapKeys: 'Arrow keys go from mapping to mapping, Home and End to the ends.',
  chooseOne: 'Choose a mapping to see what it is made of and how we know.',
  crowd: (mappings) => `${mappings} smaller mappings`,
  resident: (size, resident) => (resident === undefined ? size : `${size}, ${resident} resident`),
  is: (what) => `${what[0]!.toUpperCase()}${what.slice(1)}.`,
  sure: (certainty) => `${certainty[0]!.toUpperCase()}${certainty.slice(1)}. `,
  countedBy: { counted: ' Go counts it.', uncounted: ' No Go counter sees it.', unclear: '' },
  times: (count, size) => `${count} × ${size}`,
  residentOnly: (resident) => `${resident} resident`,
  previous: 'Previous',
  next: 'Next',

  list: (all) => `All ${all} mappings as a list`,
  kind: 'Kind',
  everyKind: 'every kind',
  range: (from, to, all) => `${from} to ${to} of ${all}`,
  earlier: 'Earlier',
  later: 'Later',

  service,

  rollup: 'The sum of all mappings',
  rollupLimits: 'smaps_rollup has one entry for the whole process. It cannot show VIRT, single mappings, or whose memory it is: for these paste smaps.',
  counters: {
    rssKiB: 'pages in memory, shared ones too',
    pssKiB: 'the same, each shared page divided by its users',
    pssDirtyKiB: 'of Pss: written since it was read',
    pssAnonKiB: 'of Pss: without a file behind it',
    pssFileKiB: 'of Pss: pages of files',
    pssShmemKiB: 'of Pss: shared memory and tmpfs',
    sharedCleanKiB: 'shared with others, not written',
    sharedDirtyKiB: 'shared with others, written',
    privateCleanKiB: 'of this process alone, not written',
    privateDirtyKiB: 'of this process alone, written: what its end would free',
    referencedKiB: 'touched lately',
    anonymousKiB: 'without a file behind it: heaps and stacks',
    lazyFreeKiB: 'given back with MADV_FREE, still in memory',
    anonHugePagesKiB: 'in huge pages of 2 MiB',
    swapKiB: 'written out to swap',
    swapPssKiB: 'the same, each shared page divided by its users',
    lockedKiB: 'may not be swapped out',
  },
};
export default words;
