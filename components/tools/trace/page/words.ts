import type { Locale } from '../../../../src/i18n/locales.ts';
import type { BoxWords } from '../../box-words.ts';
import en from './en.ts';
import zh from './zh.ts';

/** The traces a reader can try the tool with: recorded programs of oracle/malloc/traces. */
export const exampleIds = ['perl', 'awk', 'cc1', 'ls', 'sort', 'bash'] as const;
export type ExampleId = (typeof exampleIds)[number];

/** What the still's words lean on, told in the page's language. */
export interface StillNumbers {
  readonly operations: string;
  readonly asked: string;
  readonly close: readonly [least: string, most: string];
  readonly steps: { readonly firstFit: string; readonly glibc: string };
  readonly calls: { readonly firstFit: string; readonly glibc: string };
  readonly tcmalloc: string;
  readonly mimalloc: string;
  /** What glibc still held at the end, and what was live then. */
  readonly end: { readonly held: string; readonly live: string };
}

/** What the page says before the tool is used. */
export interface PageWords extends BoxWords {
  readonly stillTitle: string;
  readonly stillCaption: (still: StillNumbers) => string;
  readonly stillSees: (still: StillNumbers) => readonly string[];
  readonly boxLead: string;
  readonly dropHint: (limit: string) => string;
  readonly examples: { readonly [Id in ExampleId]: string };
  readonly machinesTitle: string;
  readonly real: string;
  readonly textbook: string;
  readonly exact: string;
  readonly recordTitle: string;
  readonly recordLead: string;
  readonly recordFile: string;
  readonly recordPrinted: string;
  readonly recordLimits: string;
  readonly go: string;
  readonly mtrace: string;
  readonly form: string;
}

/** The commands that record a trace, and what they printed on Debian 12 with glibc 2.36. */
export const recording = {
  commands: `gcc -shared -fPIC -O2 -o rec.so rec.c
REP=trace LD_PRELOAD=$PWD/rec.so perl -e 'my %h; $h{$_} = "x" x $_ for 1..200; print scalar(keys %h), "\\n"'
ls trace.*.rep && head -n 7 trace.*.rep`,
  printed: `200
trace.12343.rep
1
1524
2455
0
c 0 3768
c 1 4072
a 2 3296`,
  mtrace: 'MALLOC_TRACE=trace.txt LD_PRELOAD=libc_malloc_debug.so.0 ./program',
  replay: 'npm run -s replay -- glibc trace.rep --stats',
} as const;

export const pageWords: { readonly [Language in Locale]: PageWords } = { en, zh };
