/** What every collector promises beside keeping the graph: that watching changes nothing, and that a saved state is the whole state. */
import { describe, expect, test } from 'vitest';
import { drain, ProgramError } from '../machine.ts';
import type { Collector } from './collector.ts';
import type { CollectorEvent, CollectorOp } from './event.ts';
import { randomProgram } from './fixtures/model.ts';
import { Generational } from './generational.ts';
import { Incremental } from './incremental.ts';
import { collectorNames, collectors, type CollectorName } from './machines.ts';
import { SideBySide } from './side-by-side.ts';

const program = randomProgram(11, { length: 160, most: 5, words: 5, collects: true });
const list = (length: number): CollectorOp[] => [
  { do: 'new', id: 0, size: 8, fields: 1 },
  ...Array.from({ length: length - 1 }, (_, i) => i + 1).flatMap((id): CollectorOp[] => [{ do: 'new', id, size: 8, fields: 1 }, { do: 'set', id, field: 0, to: id - 1 }, { do: 'drop', id: id - 1 }]),
];
const made = (name: CollectorName, heap: number): Collector => collectors[name]({ heap });
const events = (machine: Collector, op: CollectorOp): CollectorEvent[] => [...machine.run(op)];

describe.each(collectorNames)('%s', (name) => {
  test('watched or not, the answers and the heap are the same', () => {
    const [watched, unwatched] = [made(name, 4096), made(name, 4096)];
    for (const op of program) expect(drain(watched.run(op))).toBe(unwatched.apply(op));
    expect(watched.picture()).toEqual(unwatched.picture());
    expect(watched.save()).toEqual(unwatched.save());
  });

  test('from a saved state it goes on as before', () => {
    const [machine, other] = [made(name, 4096), made(name, 4096)];
    for (const op of program.slice(0, 90)) machine.apply(op);
    other.load(machine.save());
    expect(other.picture()).toEqual(machine.picture());
    const saved = machine.save();
    const answers = program.slice(90).map((op) => machine.apply(op));
    expect(program.slice(90).map((op) => other.apply(op))).toEqual(answers);
    expect(other.save()).toEqual(machine.save());
    machine.load(saved);
    expect(program.slice(90).map((op) => machine.apply(op))).toEqual(answers);
  });

  test('every picture of a collection shows each survivor once, with the pointers that the program knows', () => {
    const machine = made(name, 4096);
    for (const op of program.slice(0, 60)) machine.apply(op);
    const before = machine.picture();
    const live = before.objects.filter(({ reachable }) => reachable).map(({ id, fields }) => `${id}: ${fields}`).sort();
    for (const _ of machine.run({ do: 'collect' })) {
      const { objects } = machine.picture();
      expect(objects.filter(({ reachable }) => reachable).map(({ id, fields }) => `${id}: ${fields}`).sort()).toEqual(live);
      expect(objects.every(({ addr, size }, i) => i === 0 || objects[i - 1]!.addr + objects[i - 1]!.size <= addr || size === 0)).toBe(true);
    }
  });

  test('a list of 20,000 is kept, and then given back, without running out of stack', () => {
    const machine = made(name, 1_200_000);
    for (const op of list(20_000)) machine.apply(op);
    expect(machine.apply({ do: 'collect' })).toBe(20_000 * 16);
    machine.apply({ do: 'drop', id: 19_999 });
    expect(machine.apply({ do: 'collect' })).toBe(0);
  });

  test('what cannot be done is refused, and nothing is lost', () => {
    const machine = made(name, 1024);
    for (const op of list(2)) machine.apply(op);
    const before = machine.picture();
    const code = (op: CollectorOp): string => {
      try { machine.apply(op); } catch (error) { return error instanceof ProgramError ? error.code : String(error); }
      return 'none';
    };
    expect(code({ do: 'new', id: 1, size: 8, fields: 0 })).toBe('twice');
    expect(code({ do: 'set', id: 1, field: 1, to: 0 })).toBe('field');
    expect(code({ do: 'drop', id: 0 })).toBe('not-held');
    expect(code({ do: 'hold', id: 7 })).toBe('unknown');
    expect(code({ do: 'new', id: 2, size: 2 ** 24, fields: 0 })).toBe('large');
    expect(machine.picture()).toEqual(before);
    machine.apply({ do: 'set', id: 1, field: 0, to: -1 });
    expect(code({ do: 'hold', id: 0 })).toBe('unreachable');
    expect(code({ do: 'new', id: 3, size: 2048, fields: 0 })).toBe('full');
    expect(machine.picture().objects.map(({ id }) => id)).toContain(1);
  });
});

test('what dies while marking runs floats until the next collection', () => {
  const machine = new Incremental({ heap: 4096, trigger: 0.01, rate: 1 });
  for (const op of list(20)) machine.apply(op);
  expect(machine.marking).toBe(true);
  machine.apply({ do: 'set', id: 19, field: 0, to: -1 });
  const kept = [machine.apply({ do: 'collect' }), machine.apply({ do: 'collect' })];
  expect(kept[0]).toBeGreaterThan(kept[1]!);
  expect(kept[1]).toBe(16);
});

test('a dead old object keeps a young one, until all is collected', () => {
  const machine = new Generational({ heap: 4096, nursery: 0.125 });
  const churn = (from: number): void => { for (let id = from; id < from + 40; id++) for (const op of [{ do: 'new', id, size: 8, fields: 0 }, { do: 'drop', id }] as const) machine.apply(op); };
  machine.apply({ do: 'new', id: 0, size: 8, fields: 1 });
  churn(100);
  machine.apply({ do: 'new', id: 1, size: 24, fields: 0 });
  machine.apply({ do: 'set', id: 0, field: 0, to: 1 });
  for (const id of [0, 1]) machine.apply({ do: 'drop', id });
  churn(200);
  const ids = (): number[] => machine.picture().objects.map(({ id }) => id);
  expect(ids()).toEqual(expect.arrayContaining([0, 1]));
  machine.apply({ do: 'collect' });
  expect(ids()).not.toContain(1);
});

test('a dead cycle waits for trial deletion, a dead list does not', () => {
  const machine = made('ref-count', 4096);
  for (const op of list(3)) machine.apply(op);
  machine.apply({ do: 'set', id: 0, field: 0, to: 2 });
  expect(events(machine, { do: 'drop', id: 2 }).map(({ kind }) => kind)).not.toContain('freed');
  const kinds = events(machine, { do: 'collect' }).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'tried' || kind === 'condemned' || kind === 'freed')).toEqual([...Array(3).fill('tried'), ...Array(3).fill('condemned'), ...Array(3).fill('freed')]);
});

test('side by side, all answer as they do alone', () => {
  const all = new SideBySide(collectorNames.map((name) => made(name, 4096)));
  const alone = collectorNames.map((name) => made(name, 4096));
  for (const op of program.slice(0, 80)) expect(drain(all.run(op))).toEqual(alone.map((machine) => machine.apply(op)));
  const saved = all.save();
  const end = all.picture();
  for (const op of program.slice(80)) all.apply(op);
  all.load(saved);
  expect(all.picture()).toEqual(end);
  expect(end.lanes.map(({ pauses }) => pauses.length)).toEqual(collectorNames.map(() => 80));
});
