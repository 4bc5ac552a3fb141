import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bump, type Sbrk } from './allocators/bump.ts';
import { thinned } from './learnt.ts';
import { Timeline, type Position } from './timeline.ts';

const base = 0x555555559000;
const bump = () => new Bump({ base, pageSize: 4096, limit: 2 ** 47 });
const programs = fc.array(fc.integer({ min: 1, max: 20_000 }).map((size): Sbrk => ({ do: 'sbrk', size })), { minLength: 1, maxLength: 40 });
const spots = fc.record({ op: fc.nat(41), moment: fc.nat(3) });

/** Every position of a program, with what is seen there, by playing from the start. */
function played(program: readonly Sbrk[]): Map<string, unknown> {
  const timeline = new Timeline(bump(), program);
  const seen = new Map([[key(timeline.position), look(timeline)]]);
  while (timeline.step()) seen.set(key(timeline.position), look(timeline));
  return seen;
}

const key = ({ op, moment }: Position): string => `${op}.${moment}`;
const look = (timeline: Timeline<Sbrk, unknown, number | null, unknown>): unknown => [timeline.event, timeline.picture()];

describe('A timeline', () => {
  test('shows the same at a position whether played or sought, in any order', () => {
    fc.assert(fc.property(programs, fc.array(spots, { maxLength: 12 }), fc.integer({ min: 1, max: 5 }), (program, visits, every) => {
      const seen = played(program);
      const timeline = new Timeline(bump(), program, [], every);
      for (const visit of visits) {
        timeline.seek(visit);
        expect(look(timeline)).toEqual(seen.get(key(timeline.position)));
      }
    }));
  });

  test('shows the same where it has learnt of the program from another, however little of that it was told', () => {
    fc.assert(fc.property(programs, fc.array(spots, { maxLength: 12 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 }), (program, visits, every, most) => {
      const seen = played(program);
      const [first, timeline] = [new Timeline(bump(), program, [], every), new Timeline(bump(), program, [], every)];
      const answers = first.finish();
      const learnt = structuredClone(thinned(first.learnt, most));
      expect(Object.keys(learnt.checkpoints).length).toBeLessThanOrEqual(most + 1);
      timeline.learn(learnt);
      for (const visit of visits) {
        timeline.seek(visit);
        expect(look(timeline)).toEqual(seen.get(key(timeline.position)));
      }
      expect(program.map((_, op) => timeline.answer(op))).toEqual(answers);
    }));
  });

  test('goes back through exactly the positions it came by', () => {
    fc.assert(fc.property(programs, (program) => {
      const timeline = new Timeline(bump(), program, [], 3);
      const forward = [key(timeline.position)];
      while (timeline.step()) forward.push(key(timeline.position));
      const backward = [key(timeline.position)];
      while (timeline.back()) backward.push(key(timeline.position));
      expect(backward.reverse()).toEqual(forward);
    }));
  });

  test('gives the answers that apply gives', () => {
    fc.assert(fc.property(programs, (program) => {
      const stepped = new Timeline(bump(), program);
      while (stepped.step());
      const applied = bump();
      expect(stepped.finish()).toEqual(program.map((op) => applied.apply(op)));
    }));
  });

  test.each([[0, 1], [1, 2], [16, 17], [84, 15], [256, 17], [4096, 17], [100_000, 391], [1_000_000, 1024]])('of %i operations keeps %i checkpoints: a short one keeps them close, a long one farther apart', (operations, checkpoints) => {
    let saves = 0;
    class Counted extends Bump {
      override save(): ReturnType<Bump['save']> {
        saves++;
        return super.save();
      }
    }
    new Timeline(new Counted({ base, pageSize: 4096, limit: 2 ** 47 }), new Array<Sbrk>(operations).fill({ do: 'sbrk', size: 24 })).finish();
    expect(saves).toBe(checkpoints);
  });

  test('keeps 100,000 operations within reach of any seek', () => {
    const program = Array.from({ length: 100_000 }, (): Sbrk => ({ do: 'sbrk', size: 24 }));
    const timeline = new Timeline(bump(), program);
    timeline.finish();
    timeline.seek({ op: 77_777, moment: 0 });
    expect(timeline.picture()).toEqual({ base, brk: base + 77_777 * 24, mappedEnd: base + Math.ceil((77_777 * 24) / 4096) * 4096 });
  });

  test('says on which line a program failed, and stands before the failing operation', () => {
    const program: Sbrk[] = [{ do: 'sbrk', size: 16 }, { do: 'sbrk', size: 0.5 }];
    const timeline = new Timeline(bump(), program, [3, 7]);
    expect(() => timeline.finish()).toThrow(expect.objectContaining({ code: 'size', line: 7 }));
    expect(timeline.position).toEqual({ op: 1, moment: 0 });
    expect(timeline.picture()).toMatchObject({ brk: base + 16 });
  });
});
