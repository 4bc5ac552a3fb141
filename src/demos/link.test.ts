import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readValue, writeValue } from './control.ts';
import { demos, loadDemo } from './index.ts';
import { readLink, writeLink } from './link.ts';
import { openLink, spoiltLinks } from './spoilt-links.ts';

/** Links tried on each demo; all demos together make some ten thousand. How long one takes is measured by `npm run bench -- links`. */
const links = 500;

test.each(Object.keys(demos))('any link gives %s an input it can open, and a figure or a sentence', async (id) => {
  const demo = await loadDemo(id);
  fc.assert(fc.property(spoiltLinks(demo), (query) => {
    const { input } = readLink(demo, query);
    expect(demo.presets).toContain(input.preset);
    expect(Number.isSafeInteger(input.seed)).toBe(true);
    for (const [name, control] of Object.entries(demo.controls)) {
      expect(readValue(control, writeValue(control, input.options[name]!))).toEqual(input.options[name]);
    }
    openLink(demo, query);
  }), { numRuns: links });
});

test('what an example sets, and the reader sets back, stays so in a link', async () => {
  let setBack = 0;
  for (const id of Object.keys(demos)) {
    const demo = await loadDemo(id);
    for (const preset of demo.presets) {
      const input = demo.input(preset);
      const options = Object.fromEntries(Object.entries(demo.controls).map(([name, { initial }]) => [name, initial]));
      setBack += Object.keys(options).filter((name) => options[name] !== input.options[name]).length;
      expect(readLink(demo, writeLink(id, demo, { ...input, options }, { op: 0, moment: 0 })).input.options, `${id}, ${preset}`).toEqual(options);
    }
  }
  expect(setBack).toBeGreaterThan(10);
});
