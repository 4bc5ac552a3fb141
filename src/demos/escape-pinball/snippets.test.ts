import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calls, decisionOf, releases } from './recorded.ts';
import { snippets } from './snippets.ts';

/** Go without what gofmt decides. */
const bare = (go: string): string => go.replace(/[\s;]+/g, '');

test('every snippet is a function of the probe that was compiled', () => {
  const probe = bare(readFileSync('oracle/probe/escapes/main.go', 'utf8'));
  for (const { code, value } of Object.values(snippets)) {
    expect(probe).toContain(bare(code.join('\n')));
    expect(code.join('\n')).toContain(value);
  }
});

test('whatever some release puts on the heap has a peg that turns it', () => {
  for (const call of calls) {
    const turned = releases.some((release) => decisionOf(call, release).place === 'heap');
    expect(turned && snippets[call.split('(')[0]!]!.peg === undefined, call).toBe(false);
  }
});
