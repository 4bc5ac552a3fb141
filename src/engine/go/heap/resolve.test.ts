import { expect, test } from 'vitest';
import { linuxGeometry, wasmGeometry } from './geometry.ts';
import { emptyHeap, HeapMachine } from './heap-machine.ts';
import { objectAt, placeOf } from './resolve.ts';

// By hand: 0xc000000000 + 2^47 = 0x80c000000000, shifted right by 26 for the arena, 22 for the chunk, and 34, 31, 28, 25, 22 for the levels.
test('the first address of a heap on linux/amd64 has these indices', () => {
  expect(placeOf(linuxGeometry, 0xc0_0000_0000)).toEqual({
    arena: 0x20_3000, arenaBase: 0xc0_0000_0000, page: 0, chunk: 0x203_0000, pageInChunk: 0, entries: [0x2030, 0x1_0180, 0x8_0c00, 0x40_6000, 0x203_0000],
  });
});

// 0x1234567 is page 0x91a; an arena is a chunk of 64 pages: 0x91a = 36 * 64 + 26.
test('on WebAssembly an arena is one chunk, and nothing is added', () => {
  expect(placeOf(wasmGeometry, 0x123_4567)).toEqual({ arena: 36, arenaBase: 36 * 2 ** 19, page: 26, chunk: 36, pageInChunk: 26, entries: [0, 0, 4, 36] });
});

test('an address in the middle of an object is of that object, one in the tail of a span of none', () => {
  const machine = new HeapMachine({ geometry: linuxGeometry }, 0, emptyHeap(2 ** 26));
  const addr = machine.apply({ do: 'allocate', slot: 0, size: 80, pointers: false })!;
  const span = machine.heap.spanOf(addr);
  expect(objectAt(span, addr + 79)).toMatchObject({ index: 0, base: addr, into: 79, allocated: true });
  expect(objectAt(span, addr + 80)).toMatchObject({ index: 1, base: addr + 80, into: 0, allocated: false });
  // 100 slots of 80 bytes leave 192 bytes: 128 for mark bits and 64 for nobody.
  expect(objectAt(span, addr + 8000)).toBeUndefined();
});
