import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constants, GoRuntime, type RuntimeOp } from './go-runtime.ts';
import { operations } from './go-runtime/operations.ts';

const bytes = readFileSync('oracle/go-runtime.wasm');
const module = await WebAssembly.compile(bytes);
const open = (): GoRuntime => new GoRuntime(module);

test('the committed wasm is the one its checksum names, and fits the budget', () => {
  expect(readFileSync('oracle/go-runtime.wasm.sha256', 'utf8')).toContain(createHash('sha256').update(bytes).digest('hex'));
  expect(gzipSync(bytes, { level: 9 }).length).toBeLessThanOrEqual(620_000);
  expect(readFileSync('oracle/go-runtime.LICENSE', 'utf8')).toContain('The Go Authors');
});

describe('the live runtime is the real one', () => {
  test('it has 67 size classes from 8 to 32,768 bytes, pages of 8 KiB and, on wasm, arenas of 512 KiB', () => {
    const go = open();
    const constant = (name: (typeof constants)[number]): number => go.one({ do: 'constant', index: constants.indexOf(name) }).value;
    expect(constant('numSizeClasses')).toBe(68);
    expect(go.one({ do: 'sizeClass', index: 1 })).toEqual({ size: 8, npages: 1 });
    expect(go.one({ do: 'sizeClass', index: 67 })).toEqual({ size: 32_768, npages: 4 });
    expect([constant('pageSize'), constant('heapArenaBytes')]).toEqual([8192, 512 * 1024]);
  });

  test('1,024 bytes with pointers need a header and take 1,152; without they take 1,024', () => {
    const go = open();
    expect(go.one({ do: 'allocate', slot: 0, size: 1024, pointers: 1 }).elemSize).toBe(1152);
    expect(go.one({ do: 'allocate', slot: 1, size: 1024, pointers: 0 }).elemSize).toBe(1024);
  });

  test('sixteen bytes hold a bool and an int32 of the tiny allocator', () => {
    const go = open();
    go.one({ do: 'typed', slot: 0, kind: 4 });
    const { addr } = go.one({ do: 'typed', slot: 1, kind: 0 });
    expect(go.one({ do: 'typed', slot: 2, kind: 2 }).addr - addr).toBe(4 - (addr % 4));
  });

  test('the heap goal is what is marked, plus that and the roots by GOGC', () => {
    const go = open();
    for (let slot = 0; slot < 100; slot++) go.one({ do: 'allocate', slot, size: 65_536, pointers: 0 });
    const { heapMarked, stackScan, globalsScan, heapGoal } = go.one({ do: 'collect' });
    expect(heapMarked).toBeGreaterThan(100 * 65_536);
    expect(heapGoal).toBe(heapMarked + heapMarked + stackScan + globalsScan);
  });

  test('a finalizer and a cleanup run after a collection, and a weak pointer is cleared', () => {
    const go = open();
    for (const slot of [0, 1, 2]) go.one({ do: 'allocate', slot, size: 64, pointers: 0 });
    go.one({ do: 'finalizer', slot: 0, id: 7 });
    go.one({ do: 'cleanup', slot: 1, id: 8 });
    go.one({ do: 'weakMake', slot: 2, handle: 0 });
    const dropped = [0, 1, 2].map((slot): RuntimeOp => ({ do: 'drop', slot }));
    go.ask([...dropped, { do: 'collect' }, { do: 'yield', nanoseconds: 1000 }]);
    const { count, v0, v1 } = go.one({ do: 'events', from: 0 });
    expect([count, [v0, v1].sort()]).toEqual([2, [7, 8 + 2 ** 30].sort()]);
    expect(go.one({ do: 'weakValue', handle: 0 }).addr).toBe(0);
  });

  test('a deep goroutine moves to stacks twice as large each time', () => {
    const { stacks, v1, v2, v4, v5 } = open().one({ do: 'grow', depth: 1000, frame: 1 });
    expect(stacks).toBeGreaterThan(4);
    expect(v5 - v4).toBe(2 * (v2 - v1));
  });

  test('what is linked lives, what is not dies', () => {
    const go = open();
    go.one({ do: 'allocate', slot: 0, size: 64, pointers: 1 });
    for (const [slot, handle] of [[1, 0], [2, 1]] as const) {
      go.one({ do: 'allocate', slot, size: 4096, pointers: 0 });
      go.one({ do: 'weakMake', slot, handle });
    }
    go.one({ do: 'link', from: 0, word: 7, to: 1 });
    go.ask([{ do: 'drop', slot: 1 }, { do: 'drop', slot: 2 }, { do: 'collect' }]);
    expect(go.one({ do: 'weakValue', handle: 0 }).addr).toBeGreaterThan(0);
    expect(go.one({ do: 'weakValue', handle: 1 }).addr).toBe(0);
  });
});

test('operations out of bounds are refused, each with its reason', () => {
  const refused = (op: RuntimeOp): unknown => open().ask([op])[0];
  expect(refused({ do: 'allocate', slot: 4096, size: 8, pointers: 0 })).toEqual({ refused: 'bad slot' });
  expect(refused({ do: 'allocate', slot: 0, size: 0, pointers: 0 })).toEqual({ refused: 'bad size' });
  expect(refused({ do: 'link', from: 0, word: 0, to: 0 })).toEqual({ refused: 'empty slot' });
  expect(refused({ do: 'cached', spanClass: 136 })).toEqual({ refused: 'bad argument' });
  expect(() => open().one({ do: 'drop', slot: -1 })).toThrow('refused {"do":"drop","slot":-1}: bad slot');
});

test('at 200 MB the runtime is made anew, says so, and goes on', () => {
  const go = open();
  const much = Array.from({ length: 20 }, (_, slot): RuntimeOp => ({ do: 'allocate', slot, size: 16 * 2 ** 20, pointers: 0 }));
  const answers = go.ask([{ do: 'setGCPercent', percent: -1 }, ...much]);
  const [renewal] = go.renewals;
  expect(renewal?.reason).toBe('full');
  expect(answers[renewal!.op]).toEqual({ refused: 'full' });
  expect(answers.slice(renewal!.op + 1).every((answer) => !('refused' in answer))).toBe(true);
  expect(go.memory).toBeLessThan(200 * 2 ** 20);
});

/** Any operation at all, arguments in and out of bounds. */
const anyOp = fc.oneof(...Object.entries(operations).map(([name, { args }]) => {
  const argument = fc.oneof(fc.nat(70), fc.constantFrom(-1, 0, 1, 8, 16, 512, 1024, 4096, 2 ** 31 - 1, -(2 ** 31)));
  return fc.record(Object.fromEntries(args.map((arg) => [arg, argument]))).map((given) => ({ do: name, ...given }) as unknown as RuntimeOp);
}));

test('no sequence of operations traps, and equal sequences get equal answers', { timeout: 120_000 }, () => {
  fc.assert(fc.property(fc.array(anyOp, { minLength: 50, maxLength: 200, size: 'max' }), (program) => {
    const [first, second] = [open(), open()];
    const answers = first.ask(program);
    expect(first.renewals.filter(({ reason }) => reason === 'trapped')).toEqual([]);
    expect(second.ask(program)).toEqual(answers);
  }), { numRuns: 25, seed: 1 });
});

/** A module whose `run` answers "pending" (-1) and then traps: (f64.store (i32.const 1024) (f64.const -1)) unreachable. */
const trapping = Uint8Array.of(
  0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
  1, 13, 3, 0x60, 0, 0, 0x60, 0, 1, 0x7f, 0x60, 1, 0x7f, 1, 0x7f,
  3, 5, 4, 0, 1, 1, 2,
  5, 3, 1, 0, 1,
  7, 53, 5, ...exported('memory', 2, 0), ...exported('_initialize', 0, 0), ...exported('operations', 0, 1), ...exported('answers', 0, 2), ...exported('run', 0, 3),
  10, 34, 4, 2, 0, 0x0b, 4, 0, 0x41, 0, 0x0b, 5, 0, 0x41, 0x80, 8, 0x0b,
  18, 0, 0x41, 0x80, 8, 0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0xbf, 0x39, 0, 0, 0, 0x0b,
);

function exported(name: string, kind: number, index: number): number[] {
  return [name.length, ...new TextEncoder().encode(name), kind, index];
}

test('a runtime that traps is made anew, and the operation that trapped it is named', async () => {
  const go = new GoRuntime(await WebAssembly.compile(trapping));
  expect(go.ask([{ do: 'collect' }, { do: 'tiny' }])).toEqual([{ refused: 'trapped' }, { refused: 'trapped' }]);
  expect(go.renewals.map(({ reason, op }) => [reason, op])).toEqual([['trapped', 0], ['trapped', 1]]);
  expect(go.renewals[0]?.said).toContain('unreachable');
});
