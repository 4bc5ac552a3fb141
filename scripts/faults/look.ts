import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { node, type Ended } from '../run.ts';
import type { Fault, Look } from './fault.ts';
import { importing } from './reach.ts';

/** A test that failed: the file it stands in, and its title with those of the groups around it. */
export interface Witness { readonly stage: 'unit' | 'browser'; readonly file: string; readonly title: string }

/** Runs a package's script in a copy of the book. */
const inBook = (book: string, script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> => node([join(book, 'node_modules', script), ...args], 'catch', env, book);

/** True when the copy can be built. */
export const builds = async (book: string): Promise<boolean> => (await inBook(book, 'astro/bin/astro.mjs', ['build'])).code === 0;

interface UnitReport { readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[] }[] }

/** The unit tests of a copy that fail. */
export async function unitTests(book: string, args: readonly string[]): Promise<readonly Witness[]> {
  const found = await reported(join(book, 'test-results', 'unit.json'), () => inBook(book, 'vitest/vitest.mjs', [...args, '--passWithNoTests'])) as UnitReport | undefined;
  return (found?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed').map(({ fullName }) => fullName);
    const titles = failed.length > 0 || status !== 'failed' ? failed : ['(cannot be loaded)'];
    return titles.map((title): Witness => ({ stage: 'unit', file: relative(book, name), title }));
  });
}

/** Those that import a file, or what imports it, until one fails. */
export async function unitTestsOf(book: string, { file, unit }: Pick<Fault, 'file' | 'unit'>): Promise<readonly Witness[]> {
  const files = importing(book, file, unit?.files);
  return files.length === 0 ? [] : unitTests(book, ['run', '--bail', '1', ...(unit?.titles === undefined ? [] : ['-t', unit.titles]), ...files]);
}

interface Suite { readonly title: string; readonly file: string; readonly suites?: readonly Suite[]; readonly specs: readonly { readonly title: string; readonly tests: readonly { readonly results: readonly { readonly status: string }[] }[] }[] }

/** The browser tests of a built copy that fail. Of the other spec files none is read; one worker is soonest at the first that fails. */
export async function browserTests(book: string, { files, titles = '' }: Look, CHROMIUM: string, args: readonly string[] = []): Promise<readonly Witness[]> {
  const file = join(book, 'test-results', 'e2e.json');
  const found = await reported(file, () => inBook(book, '@playwright/test/cli.js', ['test', ...files, '--workers', '1', '--reporter', 'json', '--pass-with-no-tests', ...(titles === '' ? [] : ['--grep', titles]), ...args], { CHROMIUM, PLAYWRIGHT_JSON_OUTPUT_FILE: file })) as { readonly suites: readonly Suite[] } | undefined;
  return found?.suites.flatMap((suite) => failedIn(suite, [])) ?? [];
}

function failedIn({ title, file, suites = [], specs }: Suite, around: readonly string[]): readonly Witness[] {
  const groups = title === file ? around : [...around, title];
  const failed = specs.filter(({ tests }) => tests.some(({ results }) => results.some(({ status }) => ['failed', 'timedOut'].includes(status))));
  return [...failed.map((spec): Witness => ({ stage: 'browser', file, title: [...groups, spec.title].join(' ') })), ...suites.flatMap((inner) => failedIn(inner, groups))];
}

/** What a run reports; undefined where it had no test to run. One that fails and names no test is an error. */
async function reported(file: string, run: () => Promise<Ended>): Promise<unknown> {
  rmSync(file, { force: true });
  const { code, output } = await run();
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  if (code === 0) return undefined;
  throw new Error(`The tests could not be run:\n${output.slice(-3000)}`);
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Of these witnesses those that fail in a book without any fault. */
export async function failAnyway(book: string, witnesses: readonly Witness[], CHROMIUM: string): Promise<readonly Witness[]> {
  const of = (stage: Witness['stage']): readonly Witness[] => witnesses.filter((each) => each.stage === stage);
  const pattern = (some: readonly Witness[]): string => some.map(({ title }) => literal(title)).join('|');
  const [unit, browser] = [of('unit'), of('browser')];
  return [
    ...(unit.length === 0 ? [] : await unitTests(book, ['run', ...new Set(unit.map(({ file }) => file)), '-t', pattern(unit)])),
    ...(browser.length === 0 ? [] : await browserTests(book, { files: [...new Set(browser.map(({ file }) => literal(file)))], titles: pattern(browser) }, CHROMIUM)),
  ];
}
