import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { goGC, goGCExplicit, goGCStopped, measured } from './collector.ts';
import { differ, type Difference, type Differential } from './differentials.ts';
import { GoRuntime, type RuntimeAnswer, type RuntimeOp } from './go-runtime.ts';

const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));

interface Ran { readonly program: readonly RuntimeOp[]; readonly real: readonly RuntimeAnswer[]; readonly found: Difference }

function run(machine: Differential, seed: number, ops: number = measured.operations): Ran {
  const program = machine.program(seed, ops);
  const real = new GoRuntime(module, { env: machine.env ?? [] }).ask(program);
  return { program, real, found: differ(machine, program, real) };
}

/** Every value that the runtime had of a field, one after another. */
const valuesOf = ({ real }: Ran, field: string): number[] => real.flatMap((answer) => Object.entries(answer).flatMap(([name, value]) => (name === field ? [Number(value)] : [])));

describe('of the seeds measured', () => {
  test.each(measured.parted)('seed $seed parts from the live runtime just so', ({ seed, equal, total }) => {
    const { found } = run(goGC, seed);
    expect({ equal: found.equal, total: found.total }).toEqual({ equal, total });
  });
});

test('the programs have the pacer start collections beside their own, under limits and without, GOGC on and off', () => {
  const ran = run(goGC, 3);
  const collects = ran.program.filter(({ do: what }) => what === 'collect').length;
  const numGC = valuesOf(ran, 'numGC');
  expect(numGC.at(-1)! - numGC[0]!).toBeGreaterThan(collects + 5);
  expect(new Set(valuesOf(ran, 'memoryLimit')).size).toBeGreaterThan(2);
  expect(new Set(valuesOf(ran, 'gcPercent')).size).toBeGreaterThan(2);
  expect(new Set(Object.keys(ran.found.fields))).toEqual(new Set(['addr', 'phase', 'heapLive', 'heapMarked', 'heapGoal', 'trigger', 'numGC']));
});

test('in one stop, the pacer’s collections are many, and none is the program’s', () => {
  const ran = run(goGCStopped, 2, 1500);
  expect(ran.program.slice(40).some(({ do: what }) => what === 'collect')).toBe(false);
  const numGC = valuesOf(ran, 'numGC');
  expect(numGC.at(-1)! - numGC[0]!).toBeGreaterThan(10);
});

test('where goals are out of reach, the program alone collects', () => {
  const ran = run(goGCExplicit, 2, 1500);
  const numGC = valuesOf(ran, 'numGC');
  expect(numGC.at(-1)! - 4).toBe(ran.program.slice(40).filter(({ do: what }) => what === 'collect').length);
});
