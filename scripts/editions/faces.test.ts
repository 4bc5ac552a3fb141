import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faceFile, faceStyles } from './faces.ts';

test('every face that the printed book asks for lies in a package, under a name that its styles use', () => {
  const styles = faceStyles();
  const urls = [...styles.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url!);
  expect(urls.length).toBeGreaterThan(150);
  expect(urls.filter((url) => !existsSync(faceFile(`http://localhost:4321/book/${url}`)))).toEqual([]);
  const named = new Set([...styles.matchAll(/font-family: '([^']+)'/g)].map(([, name]) => name!));
  const used = readFileSync(new URL('paper-faces.css', import.meta.url), 'utf8');
  expect([...named].filter((name) => !used.includes(`'${name}'`))).toEqual([]);
});
