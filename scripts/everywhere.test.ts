import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { everywhere, ignored } from '../e2e/everywhere.ts';

const projects = (names: string) => everywhere(names, {}, { isMobile: true });
const below = (globs: readonly string[]): readonly string[] => globSync(globs.map((glob) => glob.replace('**/', ''))).sort();
const run = below(projects('webkit')[0]!.testMatch as readonly string[]).filter((file) => !below(ignored).includes(file));

test('each engine is tried at a desk, and on a phone where Playwright has one', () => {
  expect(projects('chromium,firefox,webkit').map(({ name }) => name)).toEqual(['chromium', 'chromium-phone', 'firefox', 'webkit', 'webkit-phone']);
  expect(projects('webkit')[1]!.use!.userAgent).toContain('iPhone');
  expect(() => projects('netscape')).toThrow(/It may name chromium, firefox, webkit/);
});

test('what the other engines are asked is what they can do: a test that speaks Chromium’s protocol says so by its tag', () => {
  expect(run).toEqual(expect.arrayContaining(['e2e/trouble.spec.ts', 'e2e/offline.spec.ts', 'e2e/demos/tiny-prison.spec.ts']));
  const asks = run.flatMap((file) => readFileSync(file, 'utf8').split(/^ *test(?:\.describe)?\(/m).filter((block) => block.includes('newCDPSession') && !block.includes('@chromium')).map((block) => `${file}: ${block.slice(0, 60)}`));
  expect(asks).toEqual([]);
  for (const { name, grepInvert } of projects('chromium,firefox,webkit')) {
    const leavesOut = (grepInvert as readonly RegExp[]).some((each) => each.test('@chromium'));
    expect(leavesOut, name).toBe(!name!.startsWith('chromium'));
  }
});

test('every file that is left out is there', () => {
  expect(below(ignored)).toHaveLength(ignored.length);
});
