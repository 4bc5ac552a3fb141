import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyWhole, restore, shrink } from './book.ts';

const [whole, copy] = [mkdtempSync(join(tmpdir(), 'whole-')), mkdtempSync(join(tmpdir(), 'copy-'))];
afterAll(() => { for (const folder of [whole, copy]) rmSync(folder, { recursive: true }); });

const list = `export const demos = {\n  tide: () => import('./tide/demo.ts'),\n  'two-maps': () => import('./two-maps/demo.ts'),\n};\n`;
const page = 'src/pages/[lang]';
const files = ['package.json', 'dist/old.html', `${page}/figures/[id].astro`, `${page}/figures/index.astro`, `${page}/dev/prose.astro`, 'src/pages/404.astro', 'node_modules/one/index.js', 'node_modules/@of/two/index.js', 'node_modules/.cache/kept'];
for (const [file, text] of [...files.map((each) => [each, ''] as const), ['src/demos/index.ts', list] as const]) {
  mkdirSync(dirname(join(whole, file)), { recursive: true });
  writeFileSync(join(whole, file), text);
}
const has = (file: string): boolean => existsSync(join(copy, file));

test('a copy has its own files and the same packages, and nothing that was built or kept', () => {
  copyWhole(whole, copy);
  expect(['package.json', 'src/pages/404.astro', 'node_modules/one/index.js', 'node_modules/@of/two/index.js'].filter((file) => !has(file))).toEqual([]);
  expect(['dist', 'node_modules/.cache'].filter(has)).toEqual([]);
});

test('a small book has the figures and pages it needs; the whole one comes back', () => {
  shrink(whole, copy, ['two-maps'], ['dev']);
  expect(readFileSync(join(copy, 'src/demos/index.ts'), 'utf8')).toBe(list.replace("  tide: () => import('./tide/demo.ts'),\n", ''));
  expect([has(`${page}/figures/[id].astro`), has(`${page}/figures/index.astro`), has(`${page}/dev/prose.astro`)]).toEqual([true, false, true]);
  shrink(whole, copy, ['tide'], []);
  expect([readFileSync(join(copy, 'src/demos/index.ts'), 'utf8').includes('tide'), has(`${page}/dev/prose.astro`)]).toEqual([true, false]);
  restore(whole, copy);
  expect([readFileSync(join(copy, 'src/demos/index.ts'), 'utf8') === list, has(`${page}/figures/index.astro`)]).toEqual([true, true]);
});
