import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { typographyOf } from './typography.ts';

test('the questions themselves are set as Chinese is', () => {
  const asked = Object.values(parse(readFileSync('content/questions.yml', 'utf8')) as Record<string, { zh: string }>);
  expect(asked.flatMap(({ zh }) => typographyOf(zh.replaceAll(/`[^`]*`/g, '\ufffc'))), 'the questions in content/questions.yml').toEqual([]);
});
