import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drain, ProgramError } from '../../machine.ts';
import { requestOf, slotSize } from '../request.ts';
import { linuxGeometry, wasmGeometry, type Geometry } from './geometry.ts';
import { emptyHeap, HeapMachine, type HeapOp, type SavedHeap } from './heap-machine.ts';

const slot = fc.nat(40);
const p = fc.nat(2);
const size = fc.oneof(fc.integer({ min: 1, max: 15 }), fc.integer({ min: 16, max: 600 }), fc.integer({ min: 600, max: 33_000 }), fc.integer({ min: 32_761, max: 900_000 }));
const anyOp: fc.Arbitrary<HeapOp> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('allocate' as const), slot, size, pointers: fc.boolean(), p }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('link' as const), from: slot, word: fc.nat(3), to: slot }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('drop' as const), slot }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('collect' as const), p }) },
);
const programs = fc.array(anyOp, { minLength: 30, maxLength: 200, size: 'max' });
const geometries = fc.constantFrom(wasmGeometry, linuxGeometry);

const base = 2 ** 26;
const machineOf = (geometry: Geometry, start: SavedHeap = emptyHeap(base, 3)): HeapMachine => new HeapMachine({ geometry }, 0, start);

/** The answer, or the code of the refusal. */
function answer(act: () => number | undefined): number | string | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof ProgramError) return error.code;
    throw error;
  }
}

function property(check: (geometry: Geometry, program: readonly HeapOp[]) => void, numRuns = 60): void {
  fc.assert(fc.property(geometries, programs, check), { numRuns, seed: 7 });
}

/** The bytes of every object held: which no other may have. */
function heldBytes(machine: HeapMachine): [from: number, to: number][] {
  return machine.picture().held.map(([, { addr, size: bytes }]): [number, number] => [addr, addr + bytes]).sort(([a], [b]) => a - b);
}

describe('any program', () => {
  test('gets objects that never overlap, each aligned and in a slot that holds it', () => {
    property((geometry, program) => {
      const machine = machineOf(geometry);
      for (const op of program) {
        const addr = answer(() => machine.apply(op));
        if (op.do !== 'allocate') continue;
        const bytes = op.pointers ? Math.ceil(op.size / 8) * 8 : op.size;
        expect(Number(addr) % (bytes % 8 === 0 ? 8 : bytes % 4 === 0 ? 4 : bytes % 2 === 0 ? 2 : 1)).toBe(0);
        const span = machine.picture().spans.find((each) => each.base <= Number(addr) && Number(addr) < each.base + each.npages * 8192);
        expect(span?.elemsize).toBe(slotSize(requestOf(bytes, op.pointers)));
        expect(((Number(addr) - span!.base) % span!.elemsize) + bytes).toBeLessThanOrEqual(span!.elemsize);
      }
      const held = heldBytes(machine);
      for (const [i, [from]] of held.entries()) expect(from).toBeGreaterThanOrEqual(held[i - 1]?.[1] ?? 0);
    });
  });

  test('leaves each page with one owner: a span, the page cache, or the page allocator', () => {
    property((geometry, program) => {
      const machine = machineOf(geometry);
      for (const op of program) answer(() => machine.apply(op));
      expect(owners(machine.save())).toEqual(allocated(machine.save(), geometry));
    });
  });

  test('whose objects are all dropped leaves nothing behind after two collections', () => {
    property((geometry, program) => {
      const machine = machineOf(geometry);
      for (const op of program) answer(() => machine.apply(op));
      for (let dropped = 0; dropped <= 40; dropped++) machine.apply({ do: 'drop', slot: dropped });
      // The first keeps the tiny block of the moment.
      for (const op of [{ do: 'collect' }, { do: 'collect' }] as const) machine.apply(op);
      const { heap, objects } = machine.save();
      expect([heap.spans, objects]).toEqual([[], { slots: expect.anything() as unknown, links: [] }]);
      expect(machine.objects.slots.list()).toEqual([]);
      expect(heap.central.every(({ partial, full }) => partial.length + full.length === 0)).toBe(true);
    });
  });

  test('gets the same answers and the same heap watched, unwatched, and resumed at every point', () => {
    property((geometry, program) => {
      const [applied, run] = [machineOf(geometry), machineOf(geometry)];
      const resumed = machineOf(geometry);
      for (const op of program) {
        const expected = answer(() => applied.apply(op));
        expect(answer(() => drain(run.run(op)))).toBe(expected);
        resumed.load(structuredClone(resumed.save()));
        expect(answer(() => resumed.apply(op))).toBe(expected);
      }
      expect(run.save()).toEqual(applied.save());
      expect(resumed.save()).toEqual(applied.save());
      expect(resumed.picture()).toEqual(applied.picture());
    }, 12);
  });
});

/** Page numbers of spans and of the page cache, each once or the test fails. */
function owners({ heap, ps }: SavedHeap): number[] {
  const spans = heap.spans.flatMap(({ page, npages }) => Array.from({ length: npages }, (_, i) => page + i));
  const cached = ps.flatMap(({ pageCache: { base: first, low, high } }) => Array.from({ length: 64 }, (_, i) => i).filter((i) => ((i < 32 ? low >>> i : high >>> (i - 32)) & 1) === 1).map((i) => first + i));
  return [...spans, ...cached].sort((a, b) => a - b);
}

/** Page numbers whose bit is set. */
function allocated({ heap }: SavedHeap, { chunkPages }: Geometry): number[] {
  return heap.pages.pages.chunks.flatMap(({ index, bits }) => Array.from({ length: chunkPages }, (_, i) => i).filter((i) => ((bits[i >>> 5]! >>> (i & 31)) & 1) === 1).map((i) => index * chunkPages + i));
}

test('each P allocates from spans and pages of its own; a collection takes the pages of the idle ones back', () => {
  const machine = machineOf(linuxGeometry);
  const make = (at: number, on: number): number => machine.apply({ do: 'allocate', slot: at, size: 64, pointers: false, p: on })!;
  const page = 8192;
  // The first span after the growth comes from the heap; then each P sets 64 pages aside for itself.
  expect([make(0, 0), make(1, 1), make(2, 0), make(3, 1), make(4, 2)]).toEqual([base, base + page, base + 64, base + page + 64, base + 64 * page]);
  const idle = (): number[] => machine.save().ps.map(({ pageCache: { low, high } }) => Number(low !== 0 || high !== 0));
  expect(idle()).toEqual([0, 1, 1]);
  machine.apply({ do: 'collect', p: 1 });
  expect(idle()).toEqual([0, 1, 0]);
});

describe('one allocation after another', () => {
  const make = (at: number, bytes: number, pointers = false): HeapOp => ({ do: 'allocate', slot: at, size: bytes, pointers });
  const kinds = (machine: HeapMachine, op: HeapOp): string[] => [...machine.run(op)].map(({ kind }) => kind);

  test('the first reaches the system, the second only the span at hand', () => {
    const machine = machineOf(linuxGeometry);
    const central = ['request', 'full', 'central', 'pages-wanted'];
    expect(kinds(machine, make(0, 48))).toEqual([...central, 'page-cache-miss', 'arena', 'grow', 'search-chunk', 'pages', 'refill', 'slot']);
    expect(kinds(machine, make(1, 48))).toEqual(['request', 'slot']);
    expect(kinds(machine, make(2, 64))).toEqual([...central, 'search-chunk', 'page-cache-filled', 'page-cache', 'refill', 'slot']);
    expect(kinds(machine, make(3, 5))).toEqual([...central, 'page-cache', 'refill', 'slot', 'tiny']);
    expect(kinds(machine, make(4, 5))).toEqual(['request', 'tiny']);
    expect(kinds(machine, make(5, 200_000))).toEqual(['request', 'pages-wanted', 'search-chunk', 'pages', 'large']);
  });

  test('what a chain of links holds lives, and dies with the first of them', () => {
    const machine = machineOf(wasmGeometry);
    for (const op of [make(0, 8, true), make(1, 8, true), make(2, 8, true), { do: 'link', from: 0, word: 0, to: 1 }, { do: 'link', from: 1, word: 0, to: 2 }] as const) machine.apply(op);
    for (const op of [{ do: 'drop', slot: 1 }, { do: 'drop', slot: 2 }, { do: 'collect' }] as const) machine.apply(op);
    const live = (): boolean[] => machine.picture().spans[0]!.allocated.slice(0, 3);
    expect(live()).toEqual([true, true, true]);
    machine.apply({ do: 'allocate', slot: 0, size: 64, pointers: false });
    machine.apply({ do: 'collect' });
    expect(machine.picture().spans.map(({ elemsize }) => elemsize)).toEqual([64]);
  });
});

test('a checkpoint shares with the one before every span that has not changed since, and pages of slots', () => {
  const machine = new HeapMachine();
  for (let i = 0; i < 4000; i++) machine.apply({ do: 'allocate', slot: i % 2000, size: 8 + (i % 50) * 16, pointers: i % 2 === 0 });
  machine.apply({ do: 'collect' });
  const [before, same] = [machine.save(), machine.save()];
  machine.apply({ do: 'allocate', slot: 3, size: 100, pointers: false });
  const after = machine.save();
  const fresh = (later: SavedHeap) => later.heap.spans.filter((span) => !before.heap.spans.includes(span)).length;
  const copied = ({ objects }: SavedHeap) => objects.slots.words.filter((page) => !before.objects.slots.words.includes(page)).length;
  expect(before.heap.spans.length).toBeGreaterThan(50);
  expect([fresh(same), copied(same)]).toEqual([0, 0]);
  expect([fresh(after), copied(after)]).toEqual([1, 1]);
});
