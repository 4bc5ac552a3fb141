import type { Locale } from '../../../../src/i18n/locales.ts';
import type { BoxWords } from '../../box-words.ts';
import en from './en.ts';
import zh from './zh.ts';

/** The texts a reader can try the tool with. */
export const exampleIds = ['stacks', 'falling', 'limit'] as const;
export type ExampleId = (typeof exampleIds)[number];

/** What the page says before the tool is used. */
export interface PageWords extends BoxWords {
  readonly stillTitle: string;
  readonly stillCaption: string;
  readonly boxLead: string;
  readonly gogc: string;
  readonly memlimit: string;
  readonly dropHint: (limit: string) => string;
  readonly examples: { readonly [Id in ExampleId]: string };
  readonly recordTitle: string;
  readonly recordLead: string;
  readonly recordPod: string;
  readonly recordNotes: string;
}

/** How to get the lines, and the same in a terminal. */
export const commands = {
  run: 'GODEBUG=gctrace=1 ./program 2> gc.log',
  pod: "kubectl set env deployment/NAME GODEBUG=gctrace=1\nkubectl logs deployment/NAME | grep 'gc [0-9]* @' > gc.log",
  terminal: 'npm run -s gctrace -- gc.log --gogc 100 --memlimit 512MiB',
} as const;

export const pageWords: { readonly [Language in Locale]: PageWords } = { en, zh };
