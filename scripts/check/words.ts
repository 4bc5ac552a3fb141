import type { Finding } from './finding.ts';
import { typographyOf } from './typography.ts';

const literal = /'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g;
const hasHan = /[\u4e00-\u9fff]/;

/** The typography of Chinese sentences that stand in code: interface words, demos. What `${…}` prints is its own affair. */
export function checkWords(path: string, code: string): readonly Finding[] {
  return [...code.matchAll(literal)].flatMap((match) => {
    const text = (match[1] ?? match[2] ?? '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, (hole) => '\u200b'.repeat(hole.length));
    if (!hasHan.test(text)) return [];
    return typographyOf(text).map(({ index, message }) => ({ path, ...placeOf(code, match.index + 1 + index), message, level: 'error' as const }));
  });
}

function placeOf(code: string, offset: number): { line: number; column: number } {
  const before = code.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
