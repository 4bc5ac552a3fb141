import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Desk } from '../../components/tools/process/desk.ts';
import { Explainer } from '../../components/tools/process/explainer.ts';
import { Explaining } from '../../components/tools/process/explaining.ts';
import { MapLook } from '../../components/tools/process/map-look.ts';
import { Outcome } from '../../components/tools/process/Outcome.tsx';
import { Panel } from '../../components/tools/process/Panel.tsx';
import { withNewlines } from '../../components/tools/newlines.ts';
import type { MapReading, Reading } from '../../components/tools/process/reading.ts';
import { loadProcessWords } from '../../components/tools/process/words.ts';
import { longestText } from '../../src/engine/memory/read.ts';
import { loadPlayerWords } from '../../src/i18n/player.ts';
import { inBoth, type Bench, type Kind } from './bench.ts';
import { inLanguages } from './in-languages.ts';
import { samplesOf, type ProcessSamples } from './samples.ts';
import { bringTo } from './tool.ts';

const words = await inLanguages(loadProcessWords);
const player = await inLanguages(loadPlayerWords);

const nothing = (): void => undefined;

/** The page below the box, as it stands. */
function outcome(locale: keyof typeof words, state: Desk['state']['value']): string {
  const desk = new Desk();
  desk.state.value = state;
  return renderToString(h(Outcome, { desk, words: words[locale], player: player[locale], locale, onCancel: nothing, onLine: nothing }));
}

/** One that never asks a Worker: nothing of it is called while a page is written. */
const explainer = Object.create(Explainer.prototype) as Explainer;

function bring(text: string, bench: Bench): void {
  const explaining = new Explaining();
  const reading = bringTo<Reading>({
    read: (taken) => explaining.read(taken, nothing),
    shows: (locale, read) => outcome(locale, { is: 'read', reading: read, reader: explainer }),
    blames: (locale, damage, taken) => outcome(locale, { is: 'damaged', damage, text: taken }),
  }, text, bench);
  if (reading?.kind === 'map') press(reading, explaining, bench);
  if (reading?.kind !== 'service') return;
  for (const damage of reading.skipped) bench.blamed(damage, withNewlines(text));
  if (reading.map) press(reading.map, explaining, bench);
  const last = reading.readings.items.at(-1)?.choice;
  if (last !== undefined) bench.worker(() => structuredClone(explaining.account(last)));
}

/** Mappings whose explanation is looked at: at both ends, and the largest. */
function press(map: MapReading, explaining: Explaining, bench: Bench): void {
  const page = bench.worker(() => structuredClone(explaining.list({ from: 0, count: 50 })));
  if (page.all !== map.mappings) bench.fault(`the list has ${page.all} mappings, the map ${map.mappings}`);
  bench.worker(() => JSON.parse(explaining.json()) as unknown);
  const { rows } = map;
  const largest = rows.reduce((most, { mapping }, at) => (mapping.sizeKiB > rows[most]!.mapping.sizeKiB ? at : most), 0);
  for (const locale of inBoth) {
    const look = bench.page(`map ${locale}`, () => new MapLook(map, words[locale]));
    for (const at of new Set([0, largest, rows.length - 1])) {
      const html = bench.page(`panel ${locale}`, () => {
        look.go(at);
        return renderToString(h(Panel, { look, words: words[locale] }));
      });
      bench.shown(`panel ${locale}`, html);
    }
  }
}

const kind = (name: ProcessSamples, tokens: readonly string[]): Kind => ({ name, samples: () => samplesOf(name), tokens, longest: longestText, bring });

const mapTokens = ['00400000-00401000 r-xp 00000000 08:01 9 /bin/x', 'fffffffffffff000-0', '0-fffffffffffff000', '0-ffffffff000 rw-p 0 0:0 0', 'c000000000-ffffffff000', '---p', 'rwxs', '[heap]', '[stack]', '[vsyscall]', '[rollup]', '[anon: Go: heap]', '[anon: Go: heap index]', '(deleted)', '/libc.so.6', '1410:', '$ cat maps', '# x', '```'];
const smapsTokens = [...mapTokens, 'Rss: 4 kB', 'Size: 9007199254740991 kB', 'Rss: 9007199254740991 kB', 'Name: x', 'VmFlags: rd', '__proto__: 4 kB', 'Swap:', 'THPeligible: 1'];
const pmapTokens = [...mapTokens, 'Address Perm Offset Device Inode Size Rss Mapping', 'Size', 'Rss', 'VmFlags', '====', 'total 4K', '0000000000400000 4K r-x-- x', '4 KB'];
const metricTokens = [
  '# runtime.MemStats', '# HeapAlloc = 1', '# Stack = 1 / 2', '# __proto__ = 1', 'go_memstats_sys_bytes 1', 'go_memstats_sys_bytes{instance="a"} 1 1395066363000', 'a{b="', 'process_resident_memory_bytes', '# HELP', '# EOF',
  '{"memstats":{"Sys":1', '"/memory/classes/total:bytes": 1', '"Name":', '"Value":', '[', '{', '}', ']', '"', 'memory.max', '==> memory.max <==', '==> memory.stat <==', 'max', 'anon 1', 'memory.stat:anon 1', 'oom_kill 1', 'VmRSS: 4 kB', 'RssAnon: 4 kB', 'Name: x', 'heap profile: 1: 1 [1: 1] @ heap/1', '00400000-00401000 r-xp 00000000 08:01 9 /bin/x', 'Rss: 4 kB',
];

export const maps = kind('maps', mapTokens);
export const smaps = kind('smaps', smapsTokens);
export const pmap = kind('pmap', pmapTokens);
export const metrics = kind('metrics', metricTokens);
