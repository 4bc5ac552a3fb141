import type { Finding } from './finding.ts';
import { literalsOf, placeOf } from './literals.ts';
import { typographyOf } from './typography.ts';

const hasHan = /[\u4e00-\u9fff]/;

/** The typography of Chinese sentences that stand in code: interface words, demos. */
export function checkWords(path: string, code: string): readonly Finding[] {
  return literalsOf(code).filter(({ text }) => hasHan.test(text)).flatMap(({ text, offset }) =>
    typographyOf(text).map(({ index, message }) => ({ path, ...placeOf(code, offset + index), message, level: 'error' as const })));
}
