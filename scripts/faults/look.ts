import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { node, type Ended } from '../run.ts';
import type { Fault, Look } from './fault.ts';
import { importing } from './reach.ts';

/** A test that failed: the file it stands in, its title with those of the groups around it, and all that it complained of. */
export interface Witness { readonly stage: 'unit' | 'browser'; readonly file: string; readonly title: string; readonly said: readonly string[] }

/** Runs a package's script in a copy of the book. */
const inBook = (book: string, script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> => node([join(book, 'node_modules', script), ...args], 'catch', env, book);

/** True when the copy can be built. */
export const builds = async (book: string): Promise<boolean> => (await inBook(book, 'astro/bin/astro.mjs', ['build'])).code === 0;

interface UnitReport { readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[] }[] }

/** The unit tests of a copy that fail. */
export async function unitTests(book: string, args: readonly string[]): Promise<readonly Witness[]> {
  const found = await reported(join(book, 'test-results', 'unit.json'), () => inBook(book, 'vitest/vitest.mjs', [...args, '--passWithNoTests'])) as UnitReport | undefined;
  return (found?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed').map(({ fullName, failureMessages }) => ({ title: fullName, said: failureMessages }));
    const all = failed.length > 0 || status !== 'failed' ? failed : [{ title: '(cannot be loaded)', said: [] }];
    return all.map((each): Witness => ({ stage: 'unit', file: relative(book, name), ...each }));
  });
}

/** Those that import a file, or what imports it, until one fails. */
export async function unitTestsOf(book: string, { file, unit }: Pick<Fault, 'file' | 'unit'>): Promise<readonly Witness[]> {
  const files = importing(book, file, unit?.files);
  return files.length === 0 ? [] : unitTests(book, ['run', '--bail', '1', ...(unit?.titles === undefined ? [] : ['-t', unit.titles]), ...files]);
}

interface Suite { readonly title: string; readonly file: string; readonly suites?: readonly Suite[]; readonly specs: readonly { readonly title: string; readonly tests: readonly { readonly results: readonly { readonly status: string; readonly errors: readonly { readonly message?: string }[] }[] }[] }[] }

/** The browser tests of a built copy that fail. Of the other spec files none is read; one worker is soonest at the first that fails, and on a busy machine it takes its time. */
export async function browserTests(book: string, { files, titles = '' }: Look, CHROMIUM: string, args: readonly string[] = []): Promise<readonly Witness[]> {
  const file = join(book, 'test-results', 'e2e.json');
  const found = await reported(file, () => inBook(book, '@playwright/test/cli.js', ['test', ...files, '--workers', '1', '--timeout', '600000', '--reporter', 'json', '--pass-with-no-tests', ...(titles === '' ? [] : ['--grep', titles]), ...args], { CHROMIUM, PLAYWRIGHT_JSON_OUTPUT_FILE: file })) as { readonly suites: readonly Suite[] } | undefined;
  return found?.suites.flatMap((suite) => failedIn(suite, [])) ?? [];
}

function failedIn({ title, file, suites = [], specs }: Suite, around: readonly string[]): readonly Witness[] {
  const groups = title === file ? around : [...around, title];
  const failed = specs.flatMap(({ title: own, tests }) => {
    const result = tests.flatMap(({ results }) => results).find(({ status }) => ['failed', 'timedOut'].includes(status));
    return result ? [{ title: [...groups, own].join(' '), said: result.errors.map(({ message = '' }) => stripVTControlCharacters(message)) }] : [];
  });
  return [...failed.map((each): Witness => ({ stage: 'browser', file, ...each })), ...suites.flatMap((inner) => failedIn(inner, groups))];
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

/** Runs browser tests that look for several things at once: a browser takes longer to start than they take. */
export async function lookAtOnce(book: string, looks: readonly Look[], CHROMIUM: string): Promise<(look: Look) => Witness | undefined> {
  const failed = looks.length === 0 ? [] : await browserTests(book, { files: [...new Set(looks.flatMap(({ files }) => files))], titles: looks.map(({ files, titles }) => titles ?? files.join('|')).join('|') }, CHROMIUM);
  return (look) => failed.find((each) => sees(look, each));
}

const sees = ({ files, titles = '', says = '' }: Look, { file, title, said }: Witness): boolean =>
  new RegExp(files.join('|')).test(`e2e/${file}`) && new RegExp(titles).test(`${file} ${title}`) && said.some((each) => each.search(says) >= 0);

/** The very test that saw something; of one that looks at many figures, that it complains of these. */
export const theSame = (look: Look, { file, title }: Witness): Look => (look.says === undefined ? { files: [literal(file)], titles: literal(title) } : look);

/** Of these unit tests those that fail in a book without any fault. */
export const failAnyway = async (book: string, witnesses: readonly Witness[]): Promise<readonly Witness[]> =>
  (witnesses.length === 0 ? [] : unitTests(book, ['run', ...new Set(witnesses.map(({ file }) => file)), '-t', witnesses.map(({ title }) => literal(title)).join('|')]));
