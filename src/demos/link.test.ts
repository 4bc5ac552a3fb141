import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readValue, writeValue } from './control.ts';
import { demos, loadDemo } from './index.ts';
import { readLink } from './link.ts';
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
