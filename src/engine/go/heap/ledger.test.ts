import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProgramError } from '../../machine.ts';
import { onesCount } from './bits.ts';
import type { SavedMCache } from './mcache.ts';
import { linuxGeometry, wasmGeometry, type Geometry } from './geometry.ts';
import { emptyHeap, HeapMachine, type HeapOp, type SavedHeap } from './heap-machine.ts';

const slot = fc.nat(30);
const anyOp: fc.Arbitrary<HeapOp> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('allocate' as const), slot, size: fc.oneof(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 9_000, max: 2_000_000 })), pointers: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('drop' as const), slot }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('collect' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('setGCPercent' as const), percent: fc.constantFrom(-1, 20, 100) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('setMemoryLimit' as const), bytes: fc.constantFrom(2 ** 22, 2 ** 24, Infinity) }) },
);

const pageBytes = 8192;

/** The accounts as counting pages one by one gives them. */
function counted({ heap, ps }: SavedHeap, { chunkPages }: Geometry): { inUse: number; free: number; released: number } {
  const ones = (words: readonly number[]): number => onesCount(Uint32Array.from(words));
  const { chunks } = heap.pages.pages;
  const held = (words: (cache: SavedMCache['pageCache']) => number[]): number => ps.reduce((sum, { pageCache }) => sum + ones(words(pageCache)), 0);
  const free = chunks.reduce((sum, { bits }) => sum + chunkPages - ones(bits), held(({ low, high }) => [low, high]));
  const released = chunks.reduce((sum, { scavenged }) => sum + ones(scavenged), held(({ scavengedLow, scavengedHigh }) => [scavengedLow, scavengedHigh]));
  return { inUse: heap.spans.reduce((sum, { npages }) => sum + npages, 0) * pageBytes, free: (free - released) * pageBytes, released: released * pageBytes };
}

test('after every operation of any program the accounts are what counting pages gives, and add up to the chunks of the heap', () => {
  fc.assert(fc.property(fc.constantFrom(wasmGeometry, linuxGeometry), fc.array(anyOp, { minLength: 20, maxLength: 80, size: 'max' }), (geometry, program) => {
    const machine = new HeapMachine({ geometry }, 0, emptyHeap(2 ** 26));
    for (const op of program) {
      try { machine.apply(op); } catch (error) { if (!(error instanceof ProgramError)) throw error; }
      const saved = machine.save();
      const { inUse, free, released, workbufs, stacks } = saved.heap.pages.ledger;
      expect({ inUse, free, released }).toEqual(counted(saved, geometry));
      expect([workbufs, stacks]).toEqual([0, 0]);
      expect(inUse + free + released).toBe(saved.heap.pages.pages.chunks.length * geometry.chunkPages * pageBytes);
      // What is not in memory is nobody's.
      for (const { bits, scavenged } of saved.heap.pages.pages.chunks) expect(bits.every((word, i) => (word & scavenged[i]!) === 0)).toBe(true);
    }
  }), { numRuns: 25, seed: 11 });
});

test('memory that was dropped goes back to the system after the second collection, but for a tenth over what is in use', () => {
  const machine = new HeapMachine({ geometry: linuxGeometry }, 0, emptyHeap(2 ** 26));
  for (let i = 0; i < 20; i++) machine.apply({ do: 'allocate', slot: i, size: 2 ** 20, pointers: false });
  for (let i = 2; i < 20; i++) machine.apply({ do: 'drop', slot: i });
  const released = (): number => machine.heap.ledger.released;
  const before = released();
  for (let i = 0; i < 3; i++) machine.apply({ do: 'collect' });
  expect(released()).toBeGreaterThan(before + 15 * 2 ** 20);
  expect(machine.heap.ledger.retained).toBeLessThan(machine.heap.ledger.inUse * 1.1 + 2 ** 21);
});

test('under a memory limit allocation gives free pages back, dense chunk or not, rather than map more', () => {
  const machine = new HeapMachine({ geometry: linuxGeometry }, 0, emptyHeap(2 ** 26));
  for (let i = 0; i < 20; i++) machine.apply({ do: 'allocate', slot: i, size: 2 ** 18, pointers: false });
  for (let i = 0; i < 20; i += 2) machine.apply({ do: 'drop', slot: i });
  machine.apply({ do: 'collect' });
  const { free, mapped } = machine.heap.ledger;
  const limit = mapped + machine.heap.spanRecords.systemBytes;
  machine.apply({ do: 'setMemoryLimit', bytes: limit });
  // No hole is as large: all of it is new.
  machine.apply({ do: 'allocate', slot: 0, size: 2 ** 20, pointers: false });
  expect(machine.heap.ledger.mapped).toBe(mapped);
  expect(machine.heap.ledger.free).toBe(free - 2 ** 20);
});
