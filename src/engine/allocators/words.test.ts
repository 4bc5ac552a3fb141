import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Words } from './words.ts';

const write = fc.record({ do: fc.constant('set' as const), at: fc.integer({ min: 0, max: 3000 }), value: fc.integer({ min: 1 }) });
const step = fc.oneof({ weight: 8, arbitrary: write }, { weight: 1, arbitrary: fc.constant({ do: 'save' as const }) }, { weight: 1, arbitrary: fc.constant({ do: 'load' as const }) });

test('words are what was last written or loaded, and a save never changes', () => {
  fc.assert(fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
    const words = new Words(Int32Array);
    let plain = new Map<number, number>();
    let saved = { words: words.save(), plain: new Map<number, number>() };
    for (const s of steps) {
      if (s.do === 'set') {
        words.set(s.at, s.value);
        plain.set(s.at, s.value);
      } else if (s.do === 'save') {
        saved = { words: words.save(), plain: new Map(plain) };
      } else {
        words.load(saved.words);
        plain = new Map(saved.plain);
      }
    }
    for (let at = 0; at <= 3000; at += 7) expect(words.get(at)).toBe(plain.get(at) ?? 0);
    for (const at of plain.keys()) expect(words.get(at)).toBe(plain.get(at));
  }));
});
