import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { differ, differentials, type Differential } from './differentials.ts';
import { GoRuntime } from './go-runtime.ts';

const module = await WebAssembly.compile(readFileSync('oracle/go-runtime.wasm'));
const seeds = [1, 2, 3, 4, 5];

type Expected = ReturnType<Differential['expected']>;

/** The same answers, the last of them off by one. */
function bendLast(expected: Expected): Expected {
  const last = expected.findLastIndex(Boolean);
  return expected.map((fields, i) => (fields && i === last ? Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value + 1])) : fields));
}

describe.each(Object.entries(differentials))('%s', (_name, machine) => {
  const options = { env: machine.env ?? [] };
  test.each(seeds)('answers as the live Go runtime does, seed %i', (seed) => {
    const program = machine.program(seed, 1_500);
    const { equal, total, first } = differ(machine, program, new GoRuntime(module, options).ask(program));
    expect(first).toBeUndefined();
    expect(equal).toBe(total);
    expect(total).toBeGreaterThanOrEqual(300);
  });

  test('a wrong answer is found and shown', () => {
    const program = machine.program(9, 300);
    const bent: Differential = { ...machine, expected: (asked, real) => bendLast(machine.expected(asked, real)) };
    const { equal, total, first } = differ(bent, program, new GoRuntime(module, options).ask(program));
    expect(equal).toBe(total - 1);
    expect(first?.ours).not.toEqual(first?.real);
  });
});
