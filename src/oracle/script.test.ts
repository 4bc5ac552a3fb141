import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { growslice } from '../engine/go/append.ts';
import { heapMinimum, limitGoal, percentGoal } from '../engine/go/heap-goal.ts';
import { roundupsize } from '../engine/go/request.ts';
import { sizeClasses } from '../engine/go/size-classes.ts';
import { nelems } from '../engine/go/span-layout.ts';
import { firstTrigger, trigger } from '../engine/go/trigger.ts';
import type { RuntimeAnswer } from './go-runtime.ts';
import { readRecording } from './recording.ts';
import { RecordedRuntime, scriptOf, type Script } from './script.ts';

const load = (file: string): unknown => JSON.parse(readFileSync(`oracle/recordings/${file}.json`, 'utf8'));
const scripts = (group: string): Script[] => readRecording('script@1', load(`scripts/${group}`)).rows.map(scriptOf);
const fields = (answer: RuntimeAnswer | undefined): Readonly<Record<string, number>> => {
  if (!answer || 'refused' in answer) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer as Readonly<Record<string, number>>;
};

describe('the engines answer as Go on linux/amd64 did', () => {
  test('size classes and the objects their spans hold', () => {
    for (const row of readRecording('size-class@1', load('size-classes')).rows) {
      expect(sizeClasses[row.class], `class ${row.class}`).toMatchObject({ size: row.size, npages: row.npages });
      if (row.nelemsNoscan !== null) expect(nelems(row.class, true), `class ${row.class}`).toBe(row.nelemsNoscan);
      if (row.nelemsPointers !== null) expect(nelems(row.class, false), `class ${row.class} with pointers`).toBe(row.nelemsPointers);
    }
  });

  test('roundupsize of every size from 1 to 33,000 bytes', () => {
    const { rows } = readRecording('roundupsize@1', load('roundupsize'));
    for (const [i, { from, noscan, pointers }] of rows.entries()) {
      for (let size = from; size < (rows[i + 1]?.from ?? 33_001); size++) {
        if (roundupsize(size, true) !== noscan || roundupsize(size, false) !== pointers) expect([size, roundupsize(size, true), roundupsize(size, false)]).toEqual([size, noscan, pointers]);
      }
    }
    expect(rows.length).toBeGreaterThan(67);
  });

  test('the capacity of every recorded append', () => {
    const shapes: Readonly<Record<string, readonly [size: number, pointers: boolean]>> = { byte: [1, false], int32: [4, false], int64: [8, false], '*int': [8, true], '[3]int64': [24, false], '[3]byte': [3, false] };
    for (const { element, len, more, cap } of readRecording('append@1', load('append')).rows) {
      const [size, pointers] = shapes[element]!;
      expect(growslice(len + more, len, size, pointers), `append([${len}]${element}, ${more})`).toBe(cap);
    }
  });

  test('the heap goal after every recorded collection, to the byte', () => {
    let goals = 0;
    for (const { program, answers } of scripts('goal')) {
      for (const [i, { do: op }] of program.entries()) {
        if (op !== 'accounts' || program[i - 2]?.do !== 'collect') continue;
        const [pacer, accounts] = [fields(answers[i - 1]), fields(answers[i])];
        const { heapMarked = 0, stackScan = 0, globalsScan = 0, mappedReady = 0, free: heapFree = 0, gcPercent = 0 } = pacer;
        const { totalAlloc = 0, totalFree = 0, memoryLimit = 0, sweepDistMin = 0 } = accounts;
        const percent = percentGoal({ heapMarked, stackScan, globalsScan }, gcPercent);
        const limit = limitGoal({ memoryLimit, mappedReady, heapFree, heapAlloc: totalAlloc - totalFree, heapMarked });
        // gcstoptheworld=2 sweeps before the goal is set; then nothing is left to keep a distance for.
        expect(limit < percent ? limit : Math.max(percent, sweepDistMin)).toBe(pacer['heapGoal'] === 2 ** 64 ? Infinity : pacer['heapGoal']);
        goals++;
      }
    }
    expect(goals).toBeGreaterThan(80);
  });

  test('the trigger after every recorded collection, to the byte', () => {
    let triggers = 0;
    for (const { program, answers } of scripts('goal')) {
      for (const [i, { do: op }] of program.entries()) {
        if (op !== 'accounts' || program[i - 2]?.do !== 'collect') continue;
        const { heapGoal: goal = 0, heapMarked = 0, trigger: real } = fields(answers[i - 1]);
        // GOGC=off without a limit: the goal is beyond what a double tells apart.
        if (goal > Number.MAX_SAFE_INTEGER) continue;
        const { runway = 0, sweepDistMin: sweepDistance = 0 } = fields(answers[i]);
        expect(trigger({ goal, heapMarked, runway, sweepDistance })).toBe(real);
        triggers++;
      }
    }
    expect(triggers).toBeGreaterThan(70);
  });

  describe('a young heap collects for the first time at the recorded allocation', () => {
    test.each(scripts('first-trigger'))('$name', ({ program, answers }) => {
      const looks = program.flatMap(({ do: op }, i) => (op === 'pacer' ? [fields(answers[i])] : []));
      const young = looks.filter(({ numGC }) => numGC === 0);
      const { gcPercent = 0, heapLive: start = 0 } = young[0]!;
      const goal = heapMinimum(gcPercent);
      const at = firstTrigger(goal);
      for (const look of young) expect(look).toMatchObject({ heapGoal: goal, trigger: at });
      // Each allocation adds its pages; the one that reaches the trigger starts the collection.
      const [size] = program.flatMap((op) => (op.do === 'garbage' ? [op.size] : []));
      const grown = Math.ceil(size! / 8192) * 8192;
      expect(young.map(({ heapLive }) => heapLive)).toEqual(young.map((_, n) => start + n * grown));
      expect(young.length - 1).toBe(Math.ceil((at - start) / grown) - 1);
      expect(looks.length).toBeGreaterThan(young.length);
    });

    test('with GOGC=100 at 3,997,696 bytes of 4 MiB', () => {
      expect(firstTrigger(heapMinimum(100))).toBe(3_997_696);
    });
  });
});

describe('what scripts recorded on linux say of the runtime', () => {
  test('objects of one class follow one another in a fresh span', () => {
    const { answers } = scripts('allocation').find(({ name }) => name === 'successive 48 bytes')!;
    const [first, ...rest] = answers.slice(1).map(fields);
    const inFirst = rest.filter(({ base }) => base === first!['base']);
    for (const [i, { addr }] of inFirst.entries()) expect(addr).toBe(first!['addr']! + 48 * (i + 1));
    expect(rest.every(({ elemSize, nelems: n }) => elemSize === 48 && n === 168)).toBe(true);
  });

  test('the heap is at 0xc000000000', () => {
    for (const { answers } of scripts('allocation')) {
      for (const answer of answers) if ('addr' in answer) expect(Math.floor(answer.addr / 2 ** 32)).toBe(0xc0);
    }
  });

  test('of a chain with finalizers one runs a collection, of a cycle none, and cleanups run at once', () => {
    const seen = (name: string): number[] => {
      const { program, answers } = scripts('after-death').find((script) => script.name.startsWith(name))!;
      return program.flatMap(({ do: op }, i) => (op === 'events' ? [fields(answers[i])['count']!] : []));
    };
    expect(seen('a chain of three with finalizers')).toEqual([1, 2, 3, 3]);
    expect(seen('a cycle with finalizers')).toEqual([0, 0, 0]);
    expect(seen('a chain of three with cleanups')).toEqual([3, 3]);
    expect(seen('a cycle with cleanups')).toEqual([3, 3]);
  });
});

test('a recording answers its own program and refuses others', async () => {
  const [first] = scripts('tiny');
  const real = new RecordedRuntime(scripts('tiny'));
  expect(await real.answers(first!.program)).toEqual(first!.answers);
  await expect(real.answers([{ do: 'collect' }])).rejects.toThrow('not recorded');
});
