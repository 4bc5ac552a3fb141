import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { over, spending, type Loads } from './limits.ts';
import { partsOf, sum, type Part } from './weigh.ts';

const script = (bytes: number, inline = false): Part => ({ url: '/a.js', kind: 'script', weight: { raw: bytes, gz: bytes, br: bytes }, inline });
const loads = (parts: Partial<Loads>): Loads => ({ load: [], far: [], seen: [], played: [], maths: false, ...parts });
const overspent = (parts: Partial<Loads>) => spending(loads(parts)).filter(over).map(({ name }) => name);

test('scripts and styles written inside a page count, JSON-LD and linked scripts do not', async () => {
  const html = '<style>p{color:red}</style><script type="application/ld+json">{"@type":"Book"}</script><script>a()</script><script type="module" src="/x.js"></script><script type=module>b()</script>';
  const parts = await partsOf('/', 'text/html; charset=utf-8', Buffer.from(html));
  expect(parts.filter(({ kind }) => kind === 'script').map(({ weight }) => weight.raw)).toEqual(['a()\nb()'.length]);
  expect(parts.find(({ kind }) => kind === 'style')?.weight.raw).toBe('p{color:red}'.length);
});

test('a script weighs what gzip makes of it, a font what it is', async () => {
  const body = Buffer.from('let x = 1;\n'.repeat(500));
  expect((await partsOf('/a.js', 'text/javascript', body))[0]?.weight.gz).toBe(gzipSync(body, { level: 9 }).length);
  expect((await partsOf('/a.woff2', 'font/woff2', body))[0]?.weight).toEqual({ raw: body.length, gz: body.length, br: body.length });
});

test('the weight of nothing is nothing', () => {
  expect(sum([])).toEqual({ raw: 0, gz: 0, br: 0 });
});

test('a page may spend its budget to the last byte and not one more', () => {
  expect(overspent({ far: [script(6000)], seen: [script(22_000)], played: [script(80_000)] })).toEqual([]);
  expect(overspent({ far: [script(6001)] })).toEqual(['script, no figure near gz']);
});

test('inline script counts as script, and is no request', () => {
  expect(overspent({ far: [script(4000), script(2001, true)] })).toEqual(['script, no figure near gz']);
  expect(overspent({ load: Array.from({ length: 11 }, () => script(1, true)) })).toEqual([]);
  expect(overspent({ load: Array.from({ length: 11 }, () => script(1)) })).toEqual(['requests']);
});

test('mathematics has the larger allowance', () => {
  expect(overspent({ load: [script(100_000)] })).toEqual(['total br']);
  expect(overspent({ load: [script(100_000)], maths: true })).toEqual([]);
});
