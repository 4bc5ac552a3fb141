import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { attribute, explain } from './classify.ts';
import { readProcess } from './read.ts';
import type { Mapping } from './mapping.ts';
import type { Attributed, What } from './what.ts';

const fixture = (name: string): string => readFileSync(`src/engine/memory/fixtures/${name}`, 'utf8');

function mappingsOf(text: string): readonly Mapping[] {
  const read = readProcess(text);
  if (read.kind === 'rollup') throw new Error('a rollup has no mappings');
  return read.mappings;
}

/** KiB of each `what` in a process. */
function totals(attributed: readonly Attributed[]): Partial<Record<What, number>> {
  const sums: Partial<Record<What, number>> = {};
  for (const { parts } of attributed) for (const part of parts) sums[part.what] = (sums[part.what] ?? 0) + part.sizeKiB;
  return sums;
}

/** Who mapped what, as the runtime’s own stacks say: `fixtures/README.md` has how. */
interface Owned { readonly name: string; readonly minor: number; readonly maps: readonly string[]; readonly owners: readonly string[] }
const owned = (JSON.parse(fixture('owners.json')) as Owned[]).map((one) => [one.name, one] as const);

/** KiB of each `what` inside a mapping. */
function truthWithin(owners: readonly string[], { start, end, perms }: Mapping): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const owner of owners) {
    const [, from = '', to = '', who = ''] = /^(\w+)-(\w+) (.*)$/.exec(owner) ?? [];
    const bytes = Math.min(end, parseInt(to, 16)) - Math.max(start, parseInt(from, 16));
    const what = perms !== '---p' ? who : who === 'arena' ? 'arena reserved' : who === 'thread stack' ? 'guard' : who;
    if (bytes > 0) sums[what] = (sums[what] ?? 0) + bytes / 1024;
  }
  return sums;
}

describe('processes whose every mapping was seen being made', () => {
  it.each(owned)('%s: what is certain is true', (_, { maps, owners }) => {
    for (const { mapping, parts } of attribute(mappingsOf(maps.join('\n')))) {
      const truth = truthWithin(owners, mapping);
      if (Object.keys(truth).length === 0) continue;
      const sure = totals([{ mapping, parts: parts.filter((part) => part.certainty === 'certain') }]);
      for (const [what, sizeKiB] of Object.entries(sure)) expect([mapping.line, what, sizeKiB <= (truth[what] ?? 0)]).toEqual([mapping.line, what, true]);
    }
  });

  it.each(owned)('%s: its version is among those it can be', (_, { minor, maps }) => {
    const [from, to] = explain(mappingsOf(maps.join('\n'))).go.versions ?? [0, 0];
    expect(from <= minor && minor <= to).toBe(true);
  });

  it.each(owned)('%s: summaries, arenas, index and stacks are all found', (_, { maps, owners }) => {
    const mappings = mappingsOf(maps.join('\n'));
    const truth: Record<string, number> = {};
    for (const mapping of mappings) for (const [what, sizeKiB] of Object.entries(truthWithin(owners, mapping))) truth[what] = (truth[what] ?? 0) + sizeKiB;
    const found: Record<string, number> = totals(attribute(mappings));
    const whole = ['arena', 'arena reserved', 'arena index', 'scavenge index', 'summary L0', 'summary L1', 'summary L2', 'summary L3', 'summary L4', 'glibc arena', 'thread stack', 'guard'];
    expect(whole.map((what) => [what, found[what]])).toEqual(whole.map((what) => [what, truth[what]]));
  });
});

describe('unusual settings', () => {
  const levels = { 'summary L0': 128, 'summary L1': 1024, 'summary L2': 8192, 'summary L3': 65536, 'summary L4': 524288, 'arena index': 32768 };
  it.each([
    ['go-1.17-upwards', [17, 18], 'setarch -L: the kernel hands out addresses upwards', {}],
    ['go-1.27-upwards', [26, 27], 'setarch -L since the index', { 'scavenge index': 524288 }],
    ['go-1.27-ulimit', [26, 27], 'ulimit -v 1000000: the index was refused, its page lies low', { 'scavenge index': 4 }],
    ['go-1.27-race', [21, 27], '-race: the sanitizer maps between', { 'scavenge index': 524288 }],
  ])('%s can be Go 1.%j (%s)', (name, versions, _, index) => {
    const { attributed, go } = explain(mappingsOf(fixture(`${name}.maps.txt`)));
    expect(go.versions).toEqual(versions);
    expect(totals(attributed)).toMatchObject({ ...levels, ...index });
  });
});
