import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readValue, writeValue } from './control.ts';
import { demos, loadDemo } from './index.ts';
import { readLink } from './link.ts';

const names = fc.constantFrom('demo', 'at', 'preset', 'seed', 'program', 'o.heap', 'o.version', 'o.left', '__proto__', 'constructor');
const values = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('1.2', '0.0', '99999999.9', '-1.0', '<script>', 'c000000000', '%00', '__proto__', 'toString'));

test.each(Object.keys(demos))('any query gives %s an input it can open', async (id) => {
  const demo = await loadDemo(id);
  fc.assert(fc.property(fc.array(fc.tuple(names, values), { maxLength: 8 }), (pairs) => {
    const { input } = readLink(demo, new URLSearchParams(pairs));
    expect(demo.presets).toContain(input.preset);
    expect(Number.isSafeInteger(input.seed)).toBe(true);
    for (const [name, control] of Object.entries(demo.controls)) {
      expect(readValue(control, writeValue(control, input.options[name]!))).toEqual(input.options[name]);
    }
  }), { numRuns: 2_500 });
});
