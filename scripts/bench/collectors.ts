/**
 * `npm run bench -- collectors`: marking in steps, Cheney's copying and sweeping over a million objects with three pointers each, in
 * processor time; and how long a heap of 100,000 objects is busy with one collection, and with one picture.
 */
import { Cheney } from '../../src/engine/collectors/cheney.ts';
import { Holes } from '../../src/engine/collectors/holes.ts';
import { collectorNames, collectors } from '../../src/engine/collectors/machines.ts';
import { Marker } from '../../src/engine/collectors/marker.ts';
import { base, ObjectHeap, shapeOf } from '../../src/engine/collectors/object-heap.ts';
import { Work } from '../../src/engine/collectors/work.ts';
import type { CollectorOp } from '../../src/engine/collectors/event.ts';
import { random } from '../../src/engine/random.ts';
import { median } from '../measure/stats.ts';
import { table } from '../table.ts';

const objects = 1_000_000;
const words = 4;
const rounds = 7;
/** Words the marker may touch before it looks up: a millisecond's worth or less. */
const slice = 4096;

/** Milliseconds of processor time this process has had. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Things a second, the median of rounds; `prepare` is not counted, and each `act` says how many it did. */
function rate(prepare: () => void, act: () => number): number {
  const once = (): number => {
    prepare();
    const began = processorTime();
    const done = act();
    return (done * 1000) / (processorTime() - began);
  };
  once(); // lets the compiler see it first
  return median(Array.from({ length: rounds }, once))!;
}

/** A million objects side by side; each points to three others, at most `reach` away. */
function million(reach: number, room: number): ObjectHeap {
  const chance = random(1);
  const heap = new ObjectHeap(room * objects * words);
  for (let id = 0; id < objects; id++) heap.put(id, base + id * words, shapeOf(words, 3));
  for (let id = 0; id < objects; id++) {
    for (let field = 0; field < 3; field++) {
      const to = field === 0 ? id + 1 : id - reach + chance.int(2 * reach);
      heap.words[base + id * words + 1 + field] = base + Math.max(0, Math.min(objects - 1, to)) * words;
    }
  }
  heap.hold(0);
  return heap;
}

function marking(reach: number): number {
  const heap = million(reach, 1);
  const marker = new Marker(heap, new Work());
  return rate(() => { marker.clear(); }, () => {
    marker.shadeRoots();
    while (!marker.done) marker.step(slice);
    return 3 * objects;
  });
}

function copying(reach: number): number {
  const heap = million(reach, 2);
  const memory = heap.save();
  return rate(() => { heap.load(memory); }, () => {
    const cheney = new Cheney(heap, new Work(), base, base + objects * words, base + objects * words);
    cheney.copyRoots();
    cheney.scanAll();
    return objects;
  });
}

/** Every other object is dead. */
function sweeping(): number {
  const heap = million(64, 1);
  const holes = new Holes(heap, new Work());
  while (holes.take(words) !== 0);
  const full = holes.save();
  const marks = full.starts.map((word) => word & 0x11111111 & 0x0f0f0f0f);
  return rate(() => { holes.load(full); holes.condemn(marks); }, () => {
    holes.finishSweep();
    return objects;
  });
}

/** Milliseconds of one collection of 100,000 objects, half of them dead, and of its picture. */
function large(name: (typeof collectorNames)[number]): { readonly collects: number; readonly draws: number } {
  const count = 100_000;
  const times = Array.from({ length: rounds }, () => {
    const machine = collectors[name]({ heap: 12_000_000 });
    for (const op of growing(count)) machine.apply(op);
    const [began, moments] = [processorTime(), machine.run({ do: 'collect' })];
    while (!moments.next().done);
    const collected = processorTime();
    machine.picture();
    return { collects: collected - began, draws: processorTime() - collected };
  });
  return { collects: median(times.map(({ collects }) => collects))!, draws: median(times.map(({ draws }) => draws))! };
}

/** A list of every other object. */
function* growing(count: number): Generator<CollectorOp, void, void> {
  for (let id = 0, last = -1; id < count; id++) {
    yield { do: 'new', id, size: 24, fields: 3 };
    if (last >= 0) yield { do: 'set', id, field: 0, to: last };
    if (id % 2 === 1) { yield { do: 'drop', id }; continue; }
    if (last >= 0) yield { do: 'drop', id: last };
    last = id;
  }
}

const millions = (perSecond: number): string => (perSecond / 1e6).toPrecision(3);

export function benchCollectors(): void {
  console.log(table(['a million objects', 'pointers lead near', 'pointers lead anywhere'], [
    [`marking in steps of ${slice} words, M pointers a second`, millions(marking(64)), millions(marking(objects))],
    ['copying, M objects a second', millions(copying(64)), millions(copying(objects))],
    ['sweeping, M objects a second', millions(sweeping()), ''],
  ]));
  const ms = (time: number): string => time.toFixed(1);
  console.log(table(['100,000 objects, ms', 'one collection', 'one picture'], collectorNames.map((name) => {
    const { collects, draws } = large(name);
    return [name, ms(collects), ms(draws)];
  })));
}
