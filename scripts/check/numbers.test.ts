import { describe, expect, test } from 'vitest';
import { readExceptions } from './exceptions.ts';
import { brief, chapterOf } from './fixture.ts';
import { checkNumbers } from './numbers.ts';
import { checkPredictions } from './predictions.ts';
import { quantitiesOf } from './quantities.ts';

const unbacked = (body: string, exceptions = '') => checkNumbers(chapterOf(body), readExceptions(exceptions)).map(({ message }) => /^"([^"]+)"/.exec(message)?.[1]);

describe('a quantity that stands on nobody’s word', () => {
  test.each([
    ['The reservation takes 263,680 KiB.', ['263,680 KiB']],
    ['It grew by 4 KiB.', ['4 KiB']],
    ['It keeps 1.5 MiB, or 37%, for 3 pages.', ['1.5 MiB', '37%', '3 pages']],
    ['It made 10 mappings and 5,000 objects.', ['10 mappings', '5,000']],
    ['内核给了 4 页，共 16 字节，是原来的 3 倍。', ['4 页', '16 字节', '3 倍']],
    ['快了 2.5×。', ['2.5×']],
    ['between 10–20 objects', ['10', '20']],
    ['A **4** KiB page', ['4 KiB']],
    ['- an item of 12 things\n\n> a quote of 64 B', ['12', '64 B']],
    ['| a | b |\n|---|---|\n| 100 | x |', ['100']],
    ['<Myth>\nThe stack is 132 KiB long.\n</Myth>', ['132 KiB']],
  ])('%s', (body, expected) => {
    expect(unbacked(body)).toEqual(expected);
  });

  test('is shown where it stands', () => {
    expect(brief(checkNumbers(chapterOf('First line.\n\nIt takes 508 KiB.'), []), 22)).toEqual(['9:10 "508 KiB" has no ']);
  });
});

describe('what is no quantity', () => {
  test.each([
    'Two processes, 3 arenas, 9 threads.',
    'Since Go 1.27, on Linux 6.12 and glibc 2.36, in 1.19–1.25 and 1.27.4.',
    'The article appeared in 2022; measured on 2026-01-15.',
    '文章写于 2022 年 11 月 15 日。',
    'On amd64, x86-64 and arm64v8, at address c000000000 or 0x400000.',
    'It is `4096` bytes: `len = 64 KiB`.',
    '## Why 264 MiB? {#why}',
    'See [the 49 questions](https://example.org/49).',
    '```\n263680 KiB\n```',
    'The 3rd mapping and the 15th.',
    'Take {40 + 2} of them.',
    '1. first\n2. second\n12. twelfth',
  ])('%s', (body) => {
    expect(unbacked(body)).toEqual([]);
  });
});

describe('what vouches for a quantity', () => {
  test('a source in the same paragraph, not one in the next', () => {
    expect(unbacked('It is 64 MiB <Source file="malloc.go" go="1.27"/>.')).toEqual([]);
    expect(unbacked('It is 64 MiB.\n\nElsewhere <Source file="malloc.go" go="1.27"/>.')).toEqual(['64 MiB']);
  });

  test('a source or recording around it, beside it in its row, or in the same myth', () => {
    expect(unbacked('<Recorded file="sbrk">\n\n| size |\n|---|\n| 132 KiB |\n\n</Recorded>')).toEqual([]);
    expect(unbacked('| size | from |\n|---|---|\n| 132 KiB | <Source doc="man 2 brk"/> |\n| 64 KiB | |')).toEqual(['64 KiB']);
    expect(unbacked('<Myth>\nThe stack is 132 KiB long.\n\n<Source doc="man 5 proc"/>\n</Myth>')).toEqual([]);
  });

  test('an exception with a reason, in its own chapter and for its own words only', () => {
    const yaml = '- text: 64-bit\n  reason: the name of a kind of machine\n';
    expect(unbacked('A 64-bit machine.', yaml)).toEqual([]);
    expect(unbacked('A 64-bit machine with 64 cores.', yaml)).toEqual(['64']);
    expect(unbacked('A 64-bit machine.', `${yaml}  in: 1-2-stack\n`)).toEqual(['64']);
  });

  test('an exception without a reason is refused', () => {
    expect(() => readExceptions('- text: 64-bit\n')).toThrow(/reason/);
  });

  test('claims and facts are quantities that name their origin', () => {
    const quantities = quantitiesOf(chapterOf('From <Claim demo="calc" name="l4"/> to <Claim fact="first-brk"/>, or 12 <Source doc="x"/>.'), []);
    expect(quantities.map(({ origin }) => origin)).toEqual([{ kind: 'claim', demo: 'calc', name: 'l4' }, { kind: 'fact', fact: 'first-brk' }, { kind: 'source', source: 'x' }]);
  });
});

describe('the answer to a prediction', () => {
  const wrong = (answer: string) => checkPredictions(chapterOf(`<Predict ask="How many KiB?" answer=${answer}>\nIt is <Claim demo="calc" name="l4"/>.\n</Predict>`), () => ({ value: 508, unit: 'KiB' })).length;

  test('is what a claim in its text comes to', () => {
    expect(wrong('{508}')).toBe(0);
    expect(wrong('{600}')).toBe(1);
  });

  test('may be in another unit than the claim, and rounded', () => {
    expect(wrong('{0.6} unit="MiB"')).toBe(1);
    expect(wrong('{0.496} unit="MiB"')).toBe(0);
  });

  test('needs a claim to come from', () => {
    expect(checkPredictions(chapterOf('<Predict ask="How many?" answer={3}>\nThree.\n</Predict>'), () => undefined)).toHaveLength(1);
    expect(checkPredictions(chapterOf('<Predict ask="Which?">\nThis one.\n</Predict>'), () => undefined)).toEqual([]);
  });
});
