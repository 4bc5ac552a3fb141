import { expect, test } from 'vitest';
import { spokenOf, wrongWith, type Came } from './answers.ts';
import { saidFor } from './headers.ts';

const rules = '/*\n  Cache-Control: public\n  Content-Security-Policy: frame-ancestors \'self\'\n\n/en/embed/*\n  ! Content-Security-Policy\n\n/editions/*.epub\n  Content-Type: application/epub+zip\n';
const names = spokenOf(rules);
const came = (status: number, headers: Readonly<Record<string, string>>): Came => ({ status, headers: new Map(Object.entries(headers)) });
const wrong = (path: string, answer: Came) => wrongWith({ path, status: 200, type: 'text/html' }, answer, saidFor(rules, path), names);

test('what is as the rules say is right, whatever else comes with it', () => {
  expect(wrong('/en/', came(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public', 'content-security-policy': "frame-ancestors 'self'", server: 'nginx' }))).toEqual([]);
  expect(wrong('/en/embed/tide/', came(200, { 'content-type': 'text/html', 'cache-control': 'public' }))).toEqual([]);
});

test('what is not is told in a sentence: too little, too much, otherwise', () => {
  expect(wrong('/en/', came(404, { 'content-type': 'text/plain', 'cache-control': 'private' }))).toEqual([
    '/en/ is answered with 404, and should be with 200.', '/en/ is called text/plain, and should be text/html.',
    '/en/ comes with Cache-Control: private, and dist/_headers says public.', "/en/ comes without Content-Security-Policy, and dist/_headers says frame-ancestors 'self'.",
  ]);
  expect(wrong('/en/embed/tide/', came(200, { 'content-type': 'text/html', 'cache-control': 'public', 'content-security-policy': 'x' }))).toEqual([
    '/en/embed/tide/ comes with Content-Security-Policy: x, and dist/_headers says that it should come without.',
  ]);
});
