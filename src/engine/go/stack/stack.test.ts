import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drain } from '../../machine.ts';
import { DeadGs, startingStackSize } from './dead-gs.ts';
import { GoroutineStack, type StackMoment } from './goroutine-stack.ts';
import { LoosePages } from './loose-pages.ts';
import { newstackSize, shrinkstackSize } from './newstack.ts';
import { callsThatFit, fits } from './prologue.ts';
import { SegmentedStack, segmentMin } from './segmented-stack.ts';
import { fixedStack, maxStackSize, stackCacheSize, stackGuard } from './sizes.ts';
import { StackAlloc, type Stack } from './stack-alloc.ts';

const frames = fc.integer({ min: 2, max: 4000 }).map((words) => words * 8);
const few = { numRuns: 60 };

describe('the prologue’s check', () => {
  // cmd/internal/obj/x86/obj6.go:stacksplit: SP, SP - (frame - 128), and the same with a borrow.
  test('lets a small frame reach 128 bytes below the guard, and a larger one no further', () => {
    const lo = 0x1000;
    const guard = lo + stackGuard;
    expect([fits(guard + 1, guard, 128), fits(guard, guard, 128)]).toEqual([true, false]);
    expect([fits(guard + 1001, guard, 1128), fits(guard + 1000, guard, 1128)]).toEqual([true, false]);
    expect(fits(9000, 100, 9500), 'the subtraction borrows').toBe(false);
  });

  test('passes as often as calls are said to fit', () => {
    fc.assert(fc.property(frames, fc.integer({ min: 0, max: 30_000 }), (frame, room) => {
      const [guard, sp] = [10_000, 10_000 + room];
      let calls = 0;
      while (fits(sp - calls * (frame + 8) - 8, guard, frame)) calls++;
      expect(callsThatFit(sp, guard, frame)).toBe(calls);
    }), few);
  });
});

describe('sizes', () => {
  test('double, and pass over those in which the frame has no room', () => {
    expect(newstackSize(2048, 1120, 128)).toBe(4096);
    expect(newstackSize(2048, 80, 8032)).toBe(16_384);
    expect(newstackSize(2048, 80, 8032, { jumps: false, limit: maxStackSize })).toBe(4096);
  });

  // Recorded as the bounds in the message of a program that dies: they differ by 0x20000000.
  test('end at 512 MiB under a limit of a thousand million bytes', () => {
    expect([newstackSize(2 ** 28, 2 ** 28 - 900, 1032), newstackSize(2 ** 29, 2 ** 29 - 900, 1032)]).toEqual([2 ** 29, undefined]);
  });

  // Measured with Go 1.26: 8,192 to 4,096 at the first collection, then nothing.
  test('halve below a quarter, 800 bytes counted in, and 4 KiB needs less than 224', () => {
    expect([shrinkstackSize(8192, 1247), shrinkstackSize(8192, 1248)]).toEqual([4096, 8192]);
    expect([shrinkstackSize(4096, 223), shrinkstackSize(4096, 224)]).toEqual([2048, 4096]);
    expect(shrinkstackSize(2048, 0)).toBe(2048);
  });

  // Measured with Go 1.26: a hundred goroutines parked with 5 KB in use make it 8,192.
  test('of a reused goroutine follow the average that was scanned', () => {
    expect([startingStackSize(0, 0), startingStackSize(100 * 300, 100), startingStackSize(100 * 5000, 100)]).toEqual([2048, 2048, 8192]);
  });
});

describe('a goroutine’s stack', () => {
  const start = () => {
    const stacks = new StackAlloc(new LoosePages());
    return { stacks, goroutine: GoroutineStack.start(stacks, stacks.alloc(fixedStack)) };
  };

  test('however it is called, has room below, points into itself, and copies less than twice its size', () => {
    fc.assert(fc.property(fc.array(fc.tuple(frames, fc.integer({ min: 1, max: 40 }), fc.boolean()), { minLength: 1, maxLength: 12 }), (calls) => {
      const { stacks, goroutine } = start();
      let copied = 0;
      for (const [frame, count, passes] of calls) {
        const moments = [...goroutine.call(frame, count, passes)];
        copied += moments.reduce((sum, moment) => sum + (moment.kind === 'copied' ? moment.used : 0), 0);
        expect(goroutine.sp + Math.min(128, frame)).toBeGreaterThan(goroutine.stackguard0);
      }
      const { lo, hi } = goroutine.stack;
      for (const { at, to } of goroutine.pointers) expect(at! >= lo && at! < hi && to >= lo && to < hi).toBe(true);
      expect(copied).toBeLessThan(2 * goroutine.size);
      expect(stacks.inUse).toBeGreaterThanOrEqual(goroutine.size);
    }), few);
  });

  test('is copied, then aimed anew, then the old one is freed, each a moment of its own', () => {
    const { goroutine } = start();
    const moves = [...goroutine.call(1040, 5)].map(({ kind }) => kind).filter((kind) => ['copied', 'aimed', 'freed'].includes(kind));
    expect(moves).toEqual(['copied', 'aimed', 'freed', 'copied', 'aimed', 'freed']);
  });

  test('keeps each pointer’s distance from the upper end while it moves', () => {
    const { goroutine } = start();
    drain(goroutine.call(104, 5, true));
    goroutine.defer();
    goroutine.wait();
    const distances = () => goroutine.pointers.map(({ at, to }) => [at && goroutine.stack.hi - at, goroutine.stack.hi - to]);
    const before = distances();
    const moments: StackMoment[] = [...goroutine.call(104, 20)];
    expect(distances()).toEqual(before);
    expect(moments.find(({ kind }) => kind === 'aimed')).toMatchObject({ counts: { sudog: 1, defer: 1, argument: 5 } });
  });
});

function collected(stacks: StackAlloc): void {
  stacks.markStarts();
  stacks.markEnds();
}

describe('where stacks come from', () => {
  // versions/stacks.json: the same order, span after span, with every Go since 1.15.
  test('sixteen goroutines get the upper half of a span from its middle on, then the lower half', () => {
    const stacks = new StackAlloc(new LoosePages());
    const offsets = Array.from({ length: 16 }, () => stacks.alloc(fixedStack).lo / 1024);
    expect(offsets).toEqual([16, 18, 20, 22, 24, 26, 28, 30, 0, 2, 4, 6, 8, 10, 12, 14]);
  });

  test('no two living stacks overlap, and when none lives a collection leaves no span', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.nat(), fc.constantFrom('alloc', 'alloc', 'free', 'gc')), { maxLength: 120 }), (steps) => {
      const stacks = new StackAlloc(new LoosePages());
      const living: Stack[] = [];
      for (const [order, pick, what] of steps) {
        if (what === 'alloc') living.push(stacks.alloc(fixedStack * 2 ** order));
        else if (what === 'gc') collected(stacks);
        else if (living.length > 0) stacks.free(living.splice(pick % living.length, 1)[0]!);
      }
      const sorted = [...living].sort((a, b) => a.lo - b.lo);
      for (const [i, { hi }] of sorted.entries()) expect(hi).toBeLessThanOrEqual(sorted[i + 1]?.lo ?? Infinity);
      for (const stack of living) stacks.free(stack);
      collected(stacks);
      expect(stacks.inUse).toBe(0);
    }), few);
  });

  test('a large stack that comes back while a collection runs is kept for the next one, and goes at its end', () => {
    const stacks = new StackAlloc(new LoosePages());
    const [one, other] = [stacks.alloc(65_536), stacks.alloc(65_536)];
    stacks.markStarts();
    stacks.free(one);
    stacks.free(other);
    expect(stacks.alloc(65_536)).toEqual(other);
    expect(stacks.inUse).toBe(2 * 65_536);
    stacks.markEnds();
    expect(stacks.inUse).toBe(65_536);
  });

  test('a P keeps at most 32 KiB of a size', () => {
    const stacks = new StackAlloc(new LoosePages());
    const many = Array.from({ length: 100 }, () => stacks.alloc(4096));
    for (const stack of many) {
      stacks.free(stack);
      expect(stacks.save().caches[0]![1]!.length * 4096).toBeLessThanOrEqual(stackCacheSize);
    }
  });
});

describe('dead goroutines', () => {
  test.each([1000, 1_000_000])('of %d a P keeps fewer than 64, and a collection takes only the stacks of those it gave away', (count) => {
    const stacks = new StackAlloc(new LoosePages());
    const dead = new DeadGs(stacks);
    for (const stack of Array.from({ length: count }, () => stacks.alloc(fixedStack))) dead.put(stack);
    const { local } = dead.save();
    expect(local.length).toBeLessThan(64);
    dead.freeStacks();
    expect([dead.count, dead.stacks]).toEqual([count, local.length]);
  });

  test('one with another size than the starting one loses its stack at once, and lives again with that size', () => {
    const stacks = new StackAlloc(new LoosePages());
    const dead = new DeadGs(stacks);
    dead.put(stacks.alloc(8192));
    expect(dead.stacks).toBe(0);
    dead.scanned(100 * 5000, 100);
    const { lo, hi } = dead.take()!;
    expect(hi - lo).toBe(8192);
  });
});

describe('segments', () => {
  // stack.c:newstack, oldstack (Go 1.2): the call that does not fit takes one, and its return gives it back.
  test('each call across the edge takes one and gives it back', () => {
    const stack = new SegmentedStack();
    stack.call(3992);
    stack.call(2992);
    expect(Array.from({ length: 1000 }, () => [stack.call(1192), stack.return()])).toEqual(Array.from({ length: 1000 }, () => [true, true]));
    expect(stack.segments).toHaveLength(1);
  });

  test('a call that fits takes none, and a large frame always takes one', () => {
    const stack = new SegmentedStack();
    expect([stack.call(992), stack.return(), stack.call(5000)]).toEqual([false, false, true]);
    expect(stack.segments.map(({ size }) => size)).toEqual([segmentMin, segmentMin]);
  });
});
