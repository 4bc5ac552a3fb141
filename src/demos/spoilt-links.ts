import fc from 'fast-check';
import type { Demo } from './demo.ts';
import { readLink } from './link.ts';

const markup = '<img src=x onerror="document.title=1">';

/** Values that a link was not made with: none, out of range, of another kind, names of the language's own, and markup. */
export const nasty: readonly string[] = [markup, '', '-1', '1e9', '0.0', '9999999.999999', 'NaN', '0x', '\u0000', '%', '%00', '__proto__', 'constructor', 'toString', '\ud800', '0'.repeat(400)];

/** Every name a link to a demo may carry. */
export const namesIn = ({ controls }: Pick<Demo, 'controls'>): readonly string[] => ['demo', 'preset', 'seed', 'at', 'program', ...Object.keys(controls).map((name) => `o.${name}`)];

/** Queries a link to a demo might carry: known names, and some others, with values of every sort. */
export function spoiltLinks(demo: Pick<Demo, 'controls'>): fc.Arbitrary<URLSearchParams> {
  const position = fc.tuple(fc.nat(), fc.nat()).map(([op, moment]) => `${op}.${moment}`);
  const value = fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary', maxLength: 60 }), fc.integer().map(String), position);
  const name = fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...namesIn(demo)) }, { weight: 1, arbitrary: fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor')) });
  return fc.array(fc.tuple(name, value), { maxLength: 8 }).map((pairs) => new URLSearchParams(pairs));
}

/** Opens a demo as a link asks, there where it asks; a program that cannot run is refused with a sentence, which is no fault. */
export function openLink(demo: Demo, query: URLSearchParams): void {
  const { input, at } = readLink(demo, query);
  try {
    demo.open(input).timeline.seek(at ?? { op: 0, moment: 0 });
  } catch (error) {
    if ((error as Error).name !== 'ProgramError') throw error;
  }
}
