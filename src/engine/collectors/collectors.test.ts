import { describe, expect, test } from 'vitest';
import { ProgramError } from '../machine.ts';
import type { Collector } from './collector.ts';
import type { CollectorOp } from './event.ts';
import { flaw, present } from './fixtures/check.ts';
import { Model, randomProgram } from './fixtures/model.ts';
import { Generational } from './generational.ts';
import { Incremental } from './incremental.ts';
import { collectorNames, collectors } from './machines.ts';
import { MarkCompact } from './mark-compact.ts';
import { MarkSweep } from './mark-sweep.ts';
import { base } from './object-heap.ts';
import { RefCount } from './ref-count.ts';
import { Semispace } from './semispace.ts';

const heaps = 3000;

type Made = readonly [name: string, make: (heap: number) => Collector];
const all: readonly Made[] = [
  ...collectorNames.map((name): Made => [name, (heap) => collectors[name]({ heap })]),
  ['generational with cards', (heap) => new Generational({ heap, remember: 'cards', nursery: 0.1 })],
  ['incremental from the start', (heap) => new Incremental({ heap, trigger: 0.05, rate: 1 })],
];

const sorted = (ids: Iterable<number>): number[] => [...ids].sort((a, b) => a - b);
const short = { length: 30, most: 8, words: 5, collects: false };
const programs = Array.from({ length: heaps }, (_, seed) => {
  const [program, model] = [randomProgram(seed, short), new Model()];
  for (const op of program) model.apply(op);
  return { program, model, survivors: sorted(model.reachable()).join() };
});

/** Collects until nothing floats: a marking under way keeps what it began with. */
function collectAll(collector: Collector): void {
  if (collector instanceof Incremental && collector.marking) collector.apply({ do: 'collect' });
  collector.apply({ do: 'collect' });
  if (collector instanceof MarkSweep || collector instanceof Incremental) collector.sweep();
}

/** Applies until memory is full, which some are sooner than others. False if it was. */
function applied(collector: Collector, op: CollectorOp): boolean {
  try {
    collector.apply(op);
    return true;
  } catch (error) {
    if (error instanceof ProgramError && error.code === 'full') return false;
    throw error;
  }
}

describe.each(all)('%s', (_, make) => {
  test(`of ${heaps} random heaps it keeps what an independent search reaches, and the same graph`, () => {
    const wrong: string[] = [];
    for (const [seed, { program, model, survivors }] of programs.entries()) {
      const collector = make(4096);
      for (const op of program) collector.apply(op);
      collectAll(collector);
      const flawed = flaw(collector, model);
      if (flawed !== undefined) wrong.push(`${seed}: ${flawed}`);
      if (sorted(present(collector)).join() !== survivors) wrong.push(`${seed}: ${present(collector)}, not ${survivors}`);
    }
    expect(wrong).toEqual([]);
  });

  test('in little memory it collects by itself, and every pointer always leads where it should', () => {
    for (let seed = 0; seed < 8; seed++) {
      const [collector, model] = [make(2048), new Model()];
      for (const op of randomProgram(seed, { length: 300, most: 5, words: 6, collects: true })) {
        if (!applied(collector, op)) break;
        model.apply(op);
        const found = new Set(present(collector));
        const missing = [...model.reachable()].filter((id) => !found.has(id));
        expect(flaw(collector, model) ?? missing.join()).toBe('');
      }
      expect(collector.figures().collections).toBeGreaterThan(0);
    }
  });
});

/** Finds the flaws of one collector over all random heaps, each collected once. */
function flaws<C extends Collector>(make: () => C, look: (collector: C, collect: () => void, model: Model) => string | undefined): string[] {
  return programs.flatMap(({ program, model }, seed) => {
    const collector = make();
    for (const op of program) collector.apply(op);
    const found = look(collector, () => { collector.apply({ do: 'collect' }); }, model);
    return found === undefined ? [] : [`${seed}: ${found}`];
  });
}

const unlike = (found: readonly number[], wanted: readonly number[]): string | undefined => (found.join() === wanted.join() ? undefined : `${found}, not ${wanted}`);

test('after trial deletion every survivor has the count of its pointers', () => {
  expect(flaws(() => new RefCount({ heap: 4096 }), (collector, collect, model) => {
    collect();
    const survivors = present(collector);
    const { counts } = collector.save().state.counts;
    const pointers = survivors.flatMap((id) => model.fields.get(id)!);
    return unlike(survivors.map((id) => counts[id]!), survivors.map((id) => pointers.filter((to) => to === id).length + Number(model.held.has(id))));
  })).toEqual([]);
});

test('without a cycle counting frees everything at once, and trial deletion finds nothing', () => {
  expect(flaws(() => new RefCount({ heap: 4096 }), (collector, collect, model) => {
    const before = present(collector);
    collect();
    const freed = before.filter((id) => !present(collector).includes(id));
    return unlike(freed.filter((id) => !isOnCycleOrBehind(id, model, freed)), []);
  })).toEqual([]);
});

/** Whether a dead object can be reached from a dead one that reaches itself. */
function isOnCycleOrBehind(id: number, { fields }: Model, dead: readonly number[]): boolean {
  const reaches = (from: number, to: number): boolean => {
    const [seen, pending] = [new Set<number>(), [...fields.get(from)!]];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (next < 0 || seen.has(next)) continue;
      seen.add(next);
      pending.push(...fields.get(next)!);
    }
    return seen.has(to);
  };
  return dead.some((other) => reaches(other, other) && (other === id || reaches(other, id)));
}

test('Cheney copies breadth first: roots in turn, then what they point to, in turn', () => {
  expect(flaws(() => new Semispace({ heap: 4096 }), (collector, collect, model) => {
    const { words, roots, rootCount } = collector.heap;
    const queue = Array.from(roots.subarray(0, rootCount)).filter((addr) => addr > 0).map((addr) => words[addr]!);
    for (let at = 0; at < queue.length; at++) queue.push(...model.fields.get(queue[at]!)!.filter((to, i, all) => to >= 0 && !queue.includes(to) && all.indexOf(to) === i));
    collect();
    return unlike(present(collector), queue);
  })).toEqual([]);
});

test('while Cheney copies, what was scanned is black, what was only copied grey, the rest white', () => {
  const collector = new Semispace({ heap: 4096 });
  for (const id of [1, 2, 3, 4]) collector.apply({ do: 'new', id, size: 16, fields: 2 });
  for (const [id, field, to] of [[1, 0, 2], [1, 1, 3], [3, 0, 4]] as const) collector.apply({ do: 'set', id, field, to });
  for (const id of [2, 3, 4]) collector.apply({ do: 'drop', id });
  const [copied, scanned, met] = [new Set<number>(), new Set<number>(), new Set<string>()];
  for (const event of collector.run({ do: 'collect' })) {
    if (event.kind === 'moved') copied.add(event.id);
    if (event.kind === 'scanned') scanned.add(event.id);
    for (const { id, color } of collector.picture().objects.filter((each) => each.color !== undefined)) {
      met.add(color!);
      expect(color, `object ${id} at ${event.kind}`).toBe(scanned.has(id) ? 'black' : copied.has(id) ? 'grey' : 'white');
    }
  }
  expect(sorted(scanned)).toEqual([1, 2, 3, 4]);
  expect([...met].sort()).toEqual(['black', 'grey', 'white']);
});

test('Lisp2 keeps the order of addresses and leaves no gap', () => {
  expect(flaws(() => new MarkCompact({ heap: 4096 }), (collector, collect, model) => {
    const before = present(collector);
    collect();
    const ends = Array.from(collector.objects(), (addr) => addr + collector.heap.wordsAt(addr));
    return unlike(present(collector), before.filter((id) => model.reachable().has(id))) ?? unlike([...collector.objects()], [base, ...ends].slice(0, ends.length));
  })).toEqual([]);
});
