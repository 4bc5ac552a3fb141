import { readFileSync, writeFileSync } from 'node:fs';
import { attribute } from '../src/engine/memory/classify.ts';
import { accountOf } from '../src/engine/memory/ledger/account.ts';
import type { LevelPart, PartName, TouredAccount } from '../src/engine/memory/ledger/level-tour.ts';
import { notesOf } from '../src/engine/memory/ledger/notes.ts';
import { owners, type Owned } from '../src/engine/memory/ledger/owners.ts';
import type { MemStats } from '../src/engine/memory/ledger/mem-stats.ts';
import { readMaps } from '../src/engine/memory/read-maps.ts';
import { readRecording, type Row } from '../src/oracle/recording.ts';

type Moment = Row<'account@1'>['moments'][number];

/** The moments a reader may choose, by the name of the process, the step, and what stands in its environment. */
const chosen: Readonly<Record<string, readonly [name: string, op: string, env?: string]>> = {
  hello: ['hello', 'start'],
  hold: ['hold', 'hold'],
  collected: ['given back', 'gc'],
  released: ['given back', 'free'],
  goroutines: ['goroutines', 'goroutines'],
  file: ['file', 'file'],
  c: ['c', 'c'],
  threads: ['threads', 'threads'],
};

/** What others told of the same moment: bytes. */
interface Told { readonly charge: number; readonly rss: number; readonly go: number; readonly live: number }
export interface Explained { readonly processes: Readonly<Record<string, TouredAccount & { readonly told: Told }>>; readonly notes: Readonly<Record<string, { readonly parts: readonly LevelPart[]; readonly told: number }>> }

const { rows } = readRecording('account@1', JSON.parse(readFileSync('oracle/recordings/account.json', 'utf8')));
const newest = rows.findLast(({ name }) => name === 'hello')!.go;

/** What `src/demos/who-owns-rss/accounts.json` must hold. */
export function explainAccounts(): Explained {
  const processes = Object.entries(chosen).map(([id, [name, op, env = '']]) => [id, explained(momentOf(name, op, env))] as const);
  const notes = rows.filter(({ name }) => name === 'hello').map(({ go, moments }) => [/^go(\d+\.\d+)/.exec(go)![1]!, noted(go, moments[0]!)] as const);
  return { processes: Object.fromEntries(processes), notes: Object.fromEntries(notes) };
}

function momentOf(name: string, op: string, env: string): Moment {
  const row = rows.find((each) => each.name === name && each.go === newest && each.env.slice(1).join(' ') === env);
  return row!.moments.find((moment) => moment.op === op)!;
}

const part = (name: PartName, bytes: number, counted = false): LevelPart => (counted ? { name, bytes, counted } : { name, bytes });
const some = (parts: readonly LevelPart[]): readonly LevelPart[] => parts.filter(({ bytes }) => bytes > 0);

function explained({ memStats, classes, status, charged, maps, rssKiB }: Moment): TouredAccount & { readonly told: Told } {
  const attributed = attribute(readMaps(maps).map((mapping, i) => ({ ...mapping, rssKiB: rssKiB[i]! })));
  const stats = memStats as MemStats;
  const { rss, go } = accountOf({ attributed, stats });
  const c = go!.classes;
  const tables = Object.entries(c).reduce((sum, [name, bytes]) => sum + (/^metadata|^profiling|^other/.test(name) ? bytes : 0), 0);
  return {
    charge: chargeParts(charged),
    rss: rssParts(rss!.owned!, rss!.total),
    go: some([part('objects', c['heap/objects'], true), part('unused', c['heap/unused'], true), part('free', c['heap/free'], true), part('stacks', c['heap/stacks'] + c['os-stacks'], true), part('tables', tables, true)]),
    live: [part('objects', stats.HeapAlloc, true)],
    untouched: go!.untouched!.least,
    told: { charge: charged['usage']! * 1024, rss: status['VmRSS']! * 1024, go: classes['total']! - classes['heap/released']!, live: classes['heap/objects']! },
  };
}

function chargeParts(charged: Readonly<Record<string, number>>): readonly LevelPart[] {
  const of = (name: string): number => charged[name]! * 1024;
  const rest = of('usage') - of('rss') - of('cache') - of('kernel');
  return some([part('anon', of('rss')), part('mapped', of('mapped_file')), part('cached', of('cache') - of('mapped_file')), part('kernel', of('kernel')), part('rest', rest)]);
}

/** What nobody can tell of two neighbours goes to `unclear`. */
function rssParts(owned: readonly Owned[], total: number): readonly LevelPart[] {
  const least = new Map(owned.map(({ owner, rssKiB }) => [owner, rssKiB.least * 1024]));
  const known = [...least.values()].reduce((sum, bytes) => sum + bytes, 0);
  least.set('unclear', (least.get('unclear') ?? 0) + total - known);
  return some(owners.map((owner) => part(`rss/${owner}`, least.get(owner) ?? 0, owner === 'goHeap' || owner === 'goNotes')));
}

/** The runtime's notes in a small program of one version, and what Sys has beside the heap's mapping. */
function noted(go: string, { memStats, maps }: Moment): { readonly parts: readonly LevelPart[]; readonly told: number } {
  const heap = readMaps(maps).find(({ start }) => start === 0xc000000000)!.sizeKiB * 1024;
  const notes = notesOf(Number(/\.(\d+)/.exec(go)![1]), { arenas: 1, chunks: 2 }).filter(({ counter }) => counter !== undefined);
  return { parts: notes.map(({ name, bytes }) => part(`note/${name}`, bytes, true)), told: memStats['Sys']! - heap };
}

if (import.meta.main) {
  const path = 'src/demos/who-owns-rss/accounts.json';
  writeFileSync(path, `${JSON.stringify(explainAccounts())}\n`);
  console.log(`${path}: ${Object.keys(chosen).length} processes explained`);
}
