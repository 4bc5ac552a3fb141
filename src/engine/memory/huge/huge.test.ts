import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProgramError } from '../../machine.ts';
import { HugeMachine, type HugeOp } from './huge-machine.ts';
import { readHuge } from './huge-program.ts';
import type { Enabled } from './huge-region.ts';

interface Step { readonly op: string; readonly failed: number; readonly rssKiB: number; readonly hugeKiB: number }
const { rows } = JSON.parse(readFileSync('oracle/recordings/region.json', 'utf8')) as { rows: { thp: Enabled; maxPtesNone: number; steps: Step[] }[] };

describe.each(rows.map((row) => [`${row.thp}, ${row.maxPtesNone}: ${row.steps.map(({ op }) => op).join(' ')}`, row] as const))('%s', (_, { thp, maxPtesNone, steps }) => {
  it('has the recorded Rss and AnonHugePages after every step', () => {
    const machine = new HugeMachine({ enabled: thp, maxPtesNone });
    const told = steps.filter(({ op }) => op !== 'look');
    const { ops } = readHuge(told.map(({ op }) => op.replace(':', ' ')).join('\n'));
    expect(ops.map((op) => machine.apply(op))).toEqual(told.map(({ rssKiB, hugeKiB }) => ({ rssKiB, hugeKiB })));
  });
});

const page = fc.nat(511);
const op: fc.Arbitrary<HugeOp> = fc.oneof(
  fc.record({ do: fc.constantFrom('write' as const, 'free' as const), a: page, b: page }).map(({ do: what, a, b }) => ({ do: what, from: Math.min(a, b), to: Math.max(a, b) + 1 })),
  fc.record({ do: fc.constantFrom('huge' as const, 'nohuge' as const, 'collapse' as const, 'khugepaged' as const) }),
);
const options = fc.record({ enabled: fc.constantFrom<Enabled>('always', 'madvise', 'never'), maxPtesNone: fc.constantFrom(0, 255, 511) });

describe('whatever a program does', () => {
  it('what it wrote is there, a huge page is whole, and huge pages only add to what small ones would cost', () => {
    fc.assert(fc.property(options, fc.array(op, { maxLength: 20 }), (setting, ops) => {
      const [machine, small] = [new HugeMachine(setting), new HugeMachine({ enabled: 'never', maxPtesNone: 0 })];
      for (const each of ops) {
        const { rssKiB, hugeKiB } = machine.apply(each);
        const least = each.do === 'collapse' ? small.picture() : small.apply(each);
        expect(machine.picture().pages.every(({ present, written }) => present || !written)).toBe(true);
        expect(hugeKiB === 0 || (hugeKiB === 2048 && rssKiB === 2048)).toBe(true);
        expect(rssKiB).toBeGreaterThanOrEqual(least.rssKiB);
      }
    }));
  });

  it('where huge pages are never, only MADV_COLLAPSE makes one', () => {
    fc.assert(fc.property(fc.array(op.filter((each) => each.do !== 'collapse'), { maxLength: 20 }), (ops) => {
      const machine = new HugeMachine({ enabled: 'never', maxPtesNone: 511 });
      for (const each of ops) expect(machine.apply(each).hugeKiB).toBe(0);
    }));
  });
});

describe('a program', () => {
  it.each([['write 512', 'pages'], ['free 9-3', 'pages'], ['read 1', 'line'], ['write', 'line']])('%s is refused as %s, with its line', (text, code) => {
    try {
      readHuge(`huge\n${text}`);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ProgramError);
      expect(error).toMatchObject({ code, line: 2 });
    }
  });
});
