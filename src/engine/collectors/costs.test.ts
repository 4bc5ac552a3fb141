import { expect, test } from 'vitest';
import type { Collector } from './collector.ts';
import { cheney, goMarking, lisp2, marking, markSweep, minor, perWord } from './costs.ts';
import { alive, fill, replace, type Steady } from './steady.ts';
import { Generational } from './generational.ts';
import { Incremental } from './incremental.ts';
import { MarkCompact } from './mark-compact.ts';
import { MarkSweep } from './mark-sweep.ts';
import { RefCount } from './ref-count.ts';
import { Semispace } from './semispace.ts';

const load: Steady = { live: 199, words: 8, fields: 3 };
const live = alive(load);
const bytes = 8 * 4096;

/** Words touched for each word allocated, over `cycles` collections from the second on. */
function measured(collector: Collector, cycles: number): number {
  const { work } = collector;
  const run = (ops: Iterable<Parameters<Collector['apply']>[0]>): void => { for (const op of ops) collector.apply(op); };
  run(fill(load));
  let id = load.live;
  const until = (collections: number): void => { while (work.collections < collections) run(replace(load, ++id)); };
  until(work.collections + 2);
  const [touched, allocated] = [work.touched, work.allocated];
  until(work.collections + cycles);
  return (work.touched - touched) / (work.allocated - allocated);
}

/** Within 2 percent: collections begin at whole objects, formulas do not. */
function agrees(counted: number, formula: number): void {
  expect(counted / formula).toBeGreaterThan(0.98);
  expect(counted / formula).toBeLessThan(1.02);
}

test.each([3, 4, 8])('mark and sweep touch (aR + bH) / (H - R) words for each allocated, in %i KiB of words', (kilowords) => {
  const memory = 1024 * kilowords;
  agrees(measured(new MarkSweep({ heap: 8 * memory }), 30), perWord(markSweep(live, memory), memory - live.words));
});

test.each([6, 8, 16])('copying touches cR / (H/2 - R), in %i KiB of words', (kilowords) => {
  const memory = 1024 * kilowords;
  agrees(measured(new Semispace({ heap: 8 * memory }), 30), perWord(cheney(live), memory / 2 - live.words));
});

test('Lisp2 visits all that is there three times, and moves what is not where it should be', () => {
  const memory = bytes / 8;
  const there = live.objects + (memory - live.words) / load.words;
  agrees(measured(new MarkCompact({ heap: bytes }), 30), perWord(lisp2(live, memory, there, load.live * load.words), memory - live.words));
});

test('a minor collection costs what survives in the nursery, however much is old', () => {
  const words = 64 * 1024;
  const nursery = words / 16;
  const young = { objects: load.live, words: load.live * load.words, fields: load.live * load.fields, pointers: 0, roots: 1 };
  // The barrier touches one word for each of the table's pointers to a young object, one more for the first to each field, as each minor collection finds all of them.
  const barrier = nursery / load.words + load.live;
  const counted = measured(new Generational({ heap: 8 * words, nursery: 1 / 16 }), 20);
  agrees(counted, perWord(minor(young, load.live) + barrier, nursery));
});

test('incremental marking costs as much as at once, but begins earlier: (aR + bH) / (T - R)', () => {
  const [memory, trigger, rate] = [bytes / 8, 0.75, 8];
  // While marking runs, three stores for each new object look at what they overwrite.
  const barrier = (3 * marking(live, 0)) / (rate * load.words);
  agrees(measured(new Incremental({ heap: bytes, trigger, rate }), 30), perWord(markSweep(live, memory) + barrier, trigger * memory - live.words));
});

test('counting costs each object the same, however large the heap', () => {
  const counted = [2, 4, 8].map((times) => {
    const collector = new RefCount({ heap: bytes * times });
    for (const op of fill(load)) collector.apply(op);
    const [touched, allocated] = [collector.work.touched, collector.work.allocated];
    for (let id = 200; id <= 2199; id++) for (const op of replace(load, id)) collector.apply(op);
    return (collector.work.touched - touched) / (collector.work.allocated - allocated);
  });
  expect(counted[1]).toBe(counted[0]);
  expect(counted[2]).toBe(counted[0]);
});

test('with twice the GOGC, marking costs half as much for each word allocated', () => {
  const a = marking(live, 0) / live.words;
  for (const gogc of [100, 200, 400]) agrees(measuredMarking(gogc), goMarking(a, gogc));
});

/** Marking alone, in a memory of R (1 + GOGC/100). */
function measuredMarking(gogc: number): number {
  const memory = Math.round((live.words * (1 + gogc / 100)) / 32) * 32;
  return measured(new MarkSweep({ heap: 8 * memory }), 30) - perWord((3 * memory) / 32, memory - live.words);
}
