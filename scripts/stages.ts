import { join } from 'node:path';
import { reports } from './paths.ts';

/** One part of the whole test run: an npm script of the same name, and what must have passed before it. */
export interface Stage {
  readonly name: string;
  readonly needs: readonly string[];
  /** Where it writes how many of its tests passed and failed. */
  readonly report?: { readonly file: string; readonly read: (json: unknown) => Tally };
}

/** How many tests passed and failed. */
export interface Tally { readonly passed: number; readonly failed: number }

/** The shape of Vitest's JSON report that we read. */
interface UnitReport { readonly numPassedTests: number; readonly numFailedTests: number; readonly numFailedTestSuites: number; readonly success: boolean }

/** The shape of Playwright's JSON report that we read; `errors` holds what failed outside any test. */
interface BrowserReport { readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number }; readonly errors: readonly unknown[] }

/** Every stage of `npm test`; the order is that of starting where nothing else decides. */
export const stages: readonly Stage[] = [
  { name: 'build', needs: [] },
  // The longest come first. The browser's tests would keep two processors busy, but wait for one another here and there: what is short is done beside them.
  { name: 'unit', needs: [], report: { file: join(reports, 'unit.json'), read: (json) => unitTally(json as UnitReport) } },
  { name: 'e2e', needs: ['build'], report: { file: join(reports, 'e2e.json'), read: (json) => browserTally(json as BrowserReport) } },
  { name: 'budget', needs: ['build'] },
  { name: 'types', needs: [] },
  { name: 'lint', needs: [] },
  { name: 'check', needs: [] },
];

/** Vitest counts a file that could not be loaded as a suite without tests: it is one failure. */
export function unitTally({ numPassedTests, numFailedTests, success }: UnitReport): Tally {
  return { passed: numPassedTests, failed: !success && numFailedTests === 0 ? 1 : numFailedTests };
}

/** A test that passed only at a second try counts as failed. */
export function browserTally({ stats, errors }: BrowserReport): Tally {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/** The stages named, in order; an unknown name is an error that lists the known ones. */
export function chosen(names: readonly string[]): readonly Stage[] {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown !== undefined) throw new Error(`There is no stage "${unknown}". The stages are ${stages.map(({ name }) => name).join(', ')}.`);
  return names.length === 0 ? stages : stages.filter(({ name }) => names.includes(name));
}
