import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { go127, type Growing } from '../engine/go/stack/newstack.ts';
import { StackProcess, stacksAtStart } from '../engine/go/stack/process-start.ts';
import { GoroutineBill } from '../engine/go/stack/goroutine-bill.ts';
import { LoosePages } from '../engine/go/stack/loose-pages.ts';
import { StackAlloc, type Stack } from '../engine/go/stack/stack-alloc.ts';
import { StackTape } from '../engine/go/stack/stack-tape.ts';
import { systemStacks } from '../engine/go/stack/system-stacks.ts';
import { differ } from './differentials.ts';
import { goHeapStacks, stackAddresses } from './go-stacks.ts';
import { LiveStacks, ports } from './live-stacks.ts';
import { GoRuntime } from './go-runtime.ts';
import { readRecording } from './recording.ts';
import { recordedHeap, scriptOf, type Script } from './script.ts';

const scripts = (group: string): Script[] => readRecording('script@1', JSON.parse(readFileSync(`oracle/recordings/scripts/${group}.json`, 'utf8'))).rows.map(scriptOf);
const recorded = scripts('stack');

const grown = (script: Script, stacks: StackAlloc = new StackProcess().stacks, growing: Growing = go127) => {
  const live = new LiveStacks(stacks, ports.amd64, growing);
  return script.program.map((op) => (op.do === 'grow' ? live.grow(op) : undefined));
};

const real = ({ program, answers }: Script): unknown[] => program.map((op, i) => {
  if (op.do !== 'grow') return undefined;
  const told = Math.min(4, (answers[i] as { stacks: number }).stacks) * 3;
  return Object.fromEntries(Object.entries(answers[i]!).slice(0, 1 + told));
});

describe('every stack that was recorded on linux is ours: how many, how large, and where', () => {
  test.each(recorded)('$name', (script) => { expect(grown(script)).toEqual(real(script)); });

  test('there are eleven goroutines with small frames, as many with medium ones, and as many with large ones', () => {
    expect(recorded.map(({ program }) => program.filter(({ do: what }) => what === 'grow').length)).toEqual([11, 11, 11]);
  });
});

describe('a wrong rule shows in the recording', () => {
  test('stacks that only double, as before Go 1.17, use another span on their way: large frames show it, and no others', () => {
    const doubling = recorded.map((script) => grown(script, new StackProcess().stacks, { ...go127, jumps: false }));
    expect(recorded.map((script, i) => JSON.stringify(doubling[i]) === JSON.stringify(grown(script)))).toEqual([true, true, false]);
  });

  test('a span that hands out its lowest stack first puts them elsewhere', () => {
    class Upward extends StackAlloc {
      override alloc(size: number): Stack {
        const { lo, hi } = super.alloc(size);
        return size === 8192 ? { lo: lo - size, hi: hi - size } : { lo, hi };
      }
      override free({ lo, hi }: Stack): void { super.free(hi - lo === 8192 ? { lo: hi, hi: hi + 8192 } : { lo, hi }); }
    }
    const { stacks } = new StackProcess();
    const upward = new Upward({ alloc: (npages) => stacks.alloc(npages * 8192).lo, free: (base, npages) => { stacks.free({ lo: base, hi: base + npages * 8192 }); } }, stacksAtStart);
    expect(grown(recorded[0]!, upward)).not.toEqual(real(recorded[0]!));
  });
});

/** How a goroutine of ours ends that calls itself without end, by the limit on its stack. */
const dying = new Map([0, 2 ** 26, 100_000_000].map((limit) => {
  const tape = new StackTape({ ...go127, limit: limit || go127.limit });
  const last = [...tape.run({ do: 'call', bytes: 1040, count: Infinity, passes: false })].at(-1);
  if (last?.kind !== 'overflow') throw new Error('our goroutine does not die');
  // The call of morestack has pushed eight bytes.
  return [limit, { size: last.stack.hi - last.stack.lo, used: last.used + 8 }];
}));

describe.each(readRecording('stacks@1', JSON.parse(readFileSync('oracle/recordings/versions/stacks.json', 'utf8'))).rows)('as recorded with $go', ({ go, fresh, deaths }) => {
  test('sixteen fresh stacks of a span are handed out in our order', () => {
    const first = fresh.findIndex((at, i) => i > 0 && at - fresh[i - 1]! > 32_768);
    const spans = Array.from({ length: Math.floor((fresh.length - first) / 16) }, (_, i) => fresh.slice(first + i * 16, first + (i + 1) * 16));
    const stacks = new StackAlloc(new LoosePages());
    const ours = Array.from({ length: 16 }, () => stacks.alloc(2048).lo);
    expect(spans.length).toBeGreaterThanOrEqual(4);
    for (const span of spans) expect(span.map((at) => at - Math.min(...span))).toEqual(ours);
  });

  test('a program dies of a stack of our size, and since Go 1.17 at our stack pointer', () => {
    const registers = Number(go.split('.')[1]) >= 17;
    for (const { limit, size, used } of deaths) expect({ size, used: registers ? used : dying.get(limit)!.used }).toEqual(dying.get(limit));
  });
});

describe('100,000 goroutines, as recorded with Go 1.27', () => {
  const [start, waiting, ended, collected, freed] = readRecording('goroutines@1', JSON.parse(readFileSync('oracle/recordings/versions/goroutines.json', 'utf8'))).rows.at(-1)!.stages;
  const bill = new GoroutineBill();
  const ours = ([{ do: 'go', count: 100_000, bytes: 0 }, { do: 'end' }, { do: 'collect' }, { do: 'free' }] as const).map((op) => bill.apply(op));
  const { bills } = bill.picture();

  test('stacks and heap are ours to the byte, while they wait and when they have ended', () => {
    const real = [waiting!, ended!].map(({ stackInuse, heapAlloc }) => ({ stackInuse: stackInuse - start!.stackInuse, heapAlloc: heapAlloc - start!.heapAlloc }));
    expect(ours.slice(0, 2)).toEqual(real);
  });

  test('after a collection the heap differs by a few sudogs that the P keeps, and all but a few spans of stacks are gone', () => {
    expect(Math.abs(collected!.heapAlloc - start!.heapAlloc - ours[2]!.heapAlloc)).toBeLessThan(16_384);
    expect(collected!.stackInuse - start!.stackInuse - ours[2]!.stackInuse).toBeLessThan(8 * 32_768);
  });

  test('in memory are some 6 MB more than we count, the heap’s own records, and they stay', () => {
    const counted = [1, 4].map((i) => {
      const { stacks, deadStacks, gs, allgs, sudogs, garbage, idle } = bills[i]!;
      return stacks + deadStacks + gs + allgs + sudogs + garbage + idle;
    });
    const beyond = [waiting!, freed!].map(({ vmRSSKiB }, i) => (vmRSSKiB - start!.vmRSSKiB) * 1024 - counted[i]!);
    for (const bytes of beyond) expect(bytes / 1e6).toBeCloseTo(6.4, 0);
  });
});

test('beside deep goroutines, stacks begin as large as was recorded: for the average where a g is used again, else at 2 KiB', () => {
  const { before, reused, fresh } = readRecording('starting@1', JSON.parse(readFileSync('oracle/recordings/versions/starting.json', 'utf8'))).rows.at(-1)!.result;
  const bill = new GoroutineBill();
  const inUse = (count: number, bytes = 0): number => bill.apply({ do: 'go', count, bytes }).stackInuse;
  const first = inUse(2048);
  bill.apply({ do: 'end' });
  inUse(1024, 5000);
  const { stackInuse } = bill.apply({ do: 'collect' });
  const again = inUse(1024);
  expect([first / 2048, (again - stackInuse) / 1024, (inUse(1024) - again) / 1024]).toEqual([before, reused, fresh]);
});

test('where our process begins, the recorded one had the same spans of stacks', () => {
  const heap = recordedHeap(scripts('at-rest')[0]!);
  const { spans } = heap.one({ do: 'span', index: 0 });
  const manual = Array.from({ length: spans }, (_, index) => heap.one({ do: 'span', index })).filter(({ state }) => state === 2);
  // A P has since taken 2 KiB stacks from the span at 2a000 and 4 KiB ones from that at 40000.
  expect(manual.filter(({ elemSize }) => elemSize <= 16_384).map(({ base }) => base).sort()).toEqual(stacksAtStart.pools.flatMap(({ spans: ours }) => ours.map(({ base }) => base)).sort());
  const own = manual.filter(({ elemSize }) => elemSize >= 16_384).reduce((sum, { elemSize, allocCount }) => sum + elemSize * Math.max(1, allocCount), 0);
  expect(own, 'three threads').toBe(systemStacks(3));
});

describe('on the live runtime', async () => {
  const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));

  test('a wrong rule is found', () => {
    const program = goHeapStacks.program(1, 1500);
    const answers = new GoRuntime(module).ask(program);
    const wrong = { program: goHeapStacks.program, expected: (asked: typeof program) => stackAddresses(asked, answers, { ...go127, jumps: false }) };
    expect(differ(goHeapStacks, program, answers).first).toBeUndefined();
    expect(differ(wrong, program, answers).first).toBeDefined();
  });

  test('objects and stacks lie where ours do, through whole collections between them', () => {
    for (const seed of [21, 22, 23]) {
      const program = goHeapStacks.program(seed, 2000);
      const { equal, total, first } = differ(goHeapStacks, program, new GoRuntime(module).ask(program));
      expect({ first, missing: total - equal }).toEqual({ first: undefined, missing: 0 });
      expect(program.filter((op, i) => op.do === 'collect' && program[i + 3]?.do !== 'collect').length).toBeGreaterThan(10);
    }
  });
});
