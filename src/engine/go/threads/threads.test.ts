import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ThreadMachine, type ThreadAnswer, type ThreadOp } from './thread-machine.ts';

interface Step { readonly op: string; readonly threads: number; readonly threadStacks: number; readonly glibcArenas: number }
interface Row { readonly name: string; readonly go: string; readonly env: readonly string[]; readonly steps: readonly Step[] }
const { rows } = JSON.parse(readFileSync('oracle/recordings/threads.json', 'utf8')) as { rows: readonly Row[] };

/** The steps after `start` as operations. */
function opOf(step: string): ThreadOp {
  const [name, count] = step.split(':');
  if (name === 'release') return { do: 'return' };
  return name === 'gc' ? { do: 'gc' } : { do: name === 'locked' ? 'lock' : 'block', count: Number(count) };
}

const answerOf = ({ threads, threadStacks, glibcArenas }: Step): ThreadAnswer => ({ threads, stacks: threadStacks, arenas: glibcArenas });

function machineOf({ name, env }: Row): ThreadMachine {
  const arenaMax = env.find((each) => each.startsWith('MALLOC_ARENA_MAX='))?.split('=')[1];
  return new ThreadMachine({ cgo: name.startsWith('C'), cpus: 2, arenaMax: arenaMax === undefined ? undefined : Number(arenaMax) });
}

// Go 1.15 has a thread more in six of ten runs, and in four it has not.
describe.each(rows.filter(({ go }) => !go.startsWith('go1.15')).map((row) => [`${row.name} ${row.env.slice(1).join(' ')} ${row.go}: ${row.steps.map(({ op }) => op).join(' ')}`, row] as const))('%s', (_, row) => {
  it('has the recorded threads, stacks and arenas after every step', () => {
    const machine = machineOf(row);
    const { threads, stacks, arenas } = machine.picture();
    expect({ threads, stacks, arenas }).toEqual(answerOf(row.steps[0]!));
    expect(row.steps.slice(1).map(({ op }) => machine.apply(opOf(op)))).toEqual(row.steps.slice(1).map(answerOf));
  });
});

const ops = fc.array(fc.oneof(
  fc.record({ do: fc.constantFrom('block' as const, 'lock' as const), count: fc.integer({ min: 1, max: 20 }) }),
  fc.constant({ do: 'return' as const }),
), { maxLength: 12 });

describe('whatever goroutines do', () => {
  it('threads are as many as calls need and never fewer than before, unless some were locked', () => {
    fc.assert(fc.property(ops, (program) => {
      const machine = new ThreadMachine({ cgo: false, cpus: 2, arenaMax: undefined });
      let before = machine.picture().threads;
      for (const op of program) {
        const { threads } = machine.apply(op);
        const { goroutines } = machine.picture();
        expect(threads).toBeGreaterThanOrEqual(goroutines + 2);
        if (!program.some((each) => each.do === 'lock')) expect(threads).toBeGreaterThanOrEqual(before);
        before = threads;
      }
    }));
  });

  it('arenas never become fewer, nor more than eight for each CPU', () => {
    fc.assert(fc.property(ops, fc.integer({ min: 1, max: 8 }), (program, cpus) => {
      const machine = new ThreadMachine({ cgo: true, cpus, arenaMax: undefined });
      let before = machine.picture().arenas;
      for (const op of program) {
        const { arenas } = machine.apply(op);
        expect(arenas).toBeGreaterThanOrEqual(before);
        expect(arenas).toBeLessThanOrEqual(8 * cpus - 1);
        before = arenas;
      }
    }));
  });
});
