import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faceFile, faceSheet } from './faces.ts';

test('every face that the printed book asks for lies in a package, under a name that its styles use', () => {
  const sheet = faceSheet();
  const urls = [...sheet.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url!);
  expect(urls.length).toBeGreaterThan(150);
  expect(urls.filter((url) => !existsSync(faceFile(`http://localhost:4321/book/faces/${url}`)))).toEqual([]);
  const named = new Set([...sheet.matchAll(/font-family: '([^']+)'/g)].map(([, name]) => name!));
  const used = readFileSync(new URL('faces.css', import.meta.url), 'utf8');
  expect([...named].filter((name) => !used.includes(`'${name}'`))).toEqual([]);
});
