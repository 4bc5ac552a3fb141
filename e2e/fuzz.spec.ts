import fc from 'fast-check';
import { demos, loadDemo, type DemoId } from '../src/demos/index.ts';
import { readLink } from '../src/demos/link.ts';
import { expect, test } from './book.ts';
import { Figure } from './figure.ts';

const markup = '<img src=x onerror="document.title=1">';
const nasty = ['', '-1', '1e9', '0.0', '9999999.999999', 'NaN', '0x', '\u0000', '%', '__proto__', 'constructor', markup, '\ud800', '0'.repeat(400)];

/** A query a link might carry: known names, with values of every sort. */
function queriesFor(names: readonly string[]) {
  const value = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary' }), fc.integer().map(String), fc.tuple(fc.nat(), fc.nat()).map(([op, moment]) => `${op}.${moment}`));
  const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.string() });
  return fc.array(fc.tuple(name, value), { maxLength: 8 }).map((pairs) => new URLSearchParams(pairs));
}

const namesOf = (controls: object) => ['demo', 'preset', 'seed', 'at', 'program', ...Object.keys(controls).map((name) => `o.${name}`)];

/** Milliseconds of processor one input takes: what else the machine does is not blamed on it. The best of three, for the garbage of others. */
function cost(work: () => void): number {
  const once = () => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  const first = once();
  return first < 100 ? first : Math.min(first, once(), once());
}

/** What one demo is tried with: markup, and every fourth value from its own on, so that four neighbours try them all. */
const shareOf = (nth: number): readonly string[] => [markup, ...nasty.filter((value, i) => value !== markup && i % 4 === nth % 4)];

/** Links tried on each demo; all demos together make some ten thousands. */
const links = 3000;

for (const [nth, id] of (Object.keys(demos) as DemoId[]).entries()) {
  test(`${links} links to ${id} give a figure or a sentence, each in less than 100 ms`, { tag: '@desktop' }, async () => {
    const demo = await loadDemo(id);
    const open = (query: URLSearchParams) => {
      const { input, at } = readLink(demo, query);
      try {
        demo.open(input).timeline.seek(at ?? { op: 0, moment: 0 });
      } catch (error) {
        if ((error as Error).name !== 'ProgramError') throw error;
      }
    };
    fc.assert(fc.property(queriesFor(namesOf(demo.controls)), (query) => { expect(cost(() => { open(query); })).toBeLessThan(100); }), { numRuns: links });
  });

  test(`a spoilt link to ${id} wakes the figure, and nothing in it becomes markup`, { tag: '@desktop' }, async ({ page }) => {
    const { controls } = await loadDemo(id);
    for (const value of shareOf(nth)) {
      const query = new URLSearchParams(namesOf(controls).map((name) => [name, value]));
      query.set('demo', id);
      const figure = await Figure.open(page, 'en', id, `?${query.toString()}`);
      await expect(figure.root.locator('img, script')).toHaveCount(0);
      await figure.act('reset').click();
      await expect(figure.root).toHaveAttribute('data-at', '0.0');
    }
  });
}
