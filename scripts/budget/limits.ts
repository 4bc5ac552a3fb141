import { sum, type Part } from './weigh.ts';

/** What was loaded by the time a reader got so far. Each later list holds the earlier one. */
export interface Loads {
  /** A phone's first screen, at rest. */
  readonly load: readonly Part[];
  /** The top of the page, no figure near. */
  readonly far: readonly Part[];
  /** The first figure on screen. */
  readonly seen: readonly Part[];
  /** Every figure played to its end. */
  readonly played: readonly Part[];
  /** Whether the page sets mathematics, whose faces have a larger allowance. */
  readonly maths: boolean;
}

/** One budget, and what was spent of it. */
export interface Line { readonly name: string; readonly spent: number; readonly limit: number; readonly unit: 'kB' | '' }

const kB = 1000;
const requests = (parts: readonly Part[]) => parts.filter(({ inline }) => !inline).length;
const total = (parts: readonly Part[]) => sum(parts.filter(({ inline }) => !inline).map(({ weight }) => weight)).br / kB;
const gz = (parts: readonly Part[], kind: Part['kind']) => sum(parts.filter((part) => part.kind === kind).map(({ weight }) => weight)).gz / kB;

/** The budgets of one page, for a whole chapter with its figures. kB are thousands of bytes. */
export function spending({ load, far, seen, played, maths }: Loads): readonly Line[] {
  return [
    { name: 'requests', spent: requests(load), limit: 10, unit: '' },
    { name: 'total br', spent: total(load), limit: maths ? 120 : 90, unit: 'kB' },
    { name: 'style gz', spent: gz(load, 'style'), limit: 12.5, unit: 'kB' },
    { name: 'script, no figure near gz', spent: gz(far, 'script'), limit: 6, unit: 'kB' },
    { name: 'first figure seen gz', spent: gz(seen, 'script'), limit: 22, unit: 'kB' },
    { name: 'all figures played gz', spent: gz(played, 'script'), limit: 80, unit: 'kB' },
  ];
}

/** A line that spends more than it has. */
export const over = ({ spent, limit }: Line): boolean => spent > limit;
