import type { Locale } from '../../../src/i18n/locales.ts';
import type { BoxWords } from '../box-words.ts';
import en from './symptoms.en.ts';
import zh from './symptoms.zh.ts';

/** What a reader may paste, best first. A further source of numbers is a further member. */
export type Source = 'smaps' | 'heap?debug=1' | '/metrics' | 'memory.stat' | 'maps' | 'smaps_rollup';

/** What a reader sees from outside, in a few sentences, and the way from there. */
export interface Symptom {
  readonly id: string;
  /** In the reader's own words. */
  readonly seen: string;
  readonly means: string;
  readonly paste: readonly Source[];
  /** Where the answer stands in the result. */
  readonly look: string;
}

/** A quantity of `src/oracle/facts.ts`, told in the page's language. */
export type Tell = (fact: string) => string;

/** What the page says before the tool is used. */
export interface PageWords extends BoxWords {
  readonly symptoms: (tell: Tell) => readonly Symptom[];
  readonly symptomsTitle: string;
  readonly paste: (text: string) => string;
  readonly lookAt: (place: string) => string;
  /** Around the command, and the words of the link to the others. */
  readonly boxLead: readonly [before: string, after: string, others: string];
  readonly boxHint: string;
  readonly dropHint: string;
  readonly examples: { readonly [Id in ExampleId]: string };
  readonly sourcesTitle: string;
  readonly sources: { readonly [Name in Source]: string };
  readonly places: { readonly [Name in Place]: string };
}

/** The texts a reader can try the tool with. */
export const exampleIds = ['service', 'seed', 'go', 'cgo', 'c'] as const;
export type ExampleId = (typeof exampleIds)[number];

/** The command for each kind of text. */
export const commands: { readonly [Name in Source]: string } = {
  smaps: 'cat /proc/PID/smaps > smaps.txt',
  'heap?debug=1': "curl -s 'localhost:6060/debug/pprof/heap?debug=1' > heap.txt",
  '/metrics': 'curl -s localhost:8080/metrics > metrics.txt',
  'memory.stat': 'grep -s . /sys/fs/cgroup/memory.* /sys/fs/cgroup/memory/memory.* > cgroup.txt',
  maps: 'cat /proc/PID/maps > maps.txt',
  smaps_rollup: 'cat /proc/PID/smaps_rollup',
};

/** Where the process may run, and how to get its smaps from there. */
export const places = {
  container: 'docker exec NAME cat /proc/1/smaps > smaps.txt',
  pod: 'kubectl exec POD -- cat /proc/1/smaps > smaps.txt',
  mac: `docker run --rm -v "$PWD":/src -w /src golang:1.27 sh -c 'go build -o /tmp/app . && { /tmp/app >&2 & sleep 5; cat /proc/$!/smaps; kill $!; }' > smaps.txt`,
  terminal: 'npm run -s smaps -- smaps.txt',
} as const;
export type Place = keyof typeof places;

export const pageWords: { readonly [Language in Locale]: PageWords } = { en, zh };
