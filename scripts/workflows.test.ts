import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Values = Readonly<Record<string, unknown>>;
interface Step { readonly run?: string; readonly uses?: string; readonly with?: Values; readonly env?: Values; readonly if?: string }
interface Job { readonly steps: readonly Step[]; readonly if?: string; readonly needs?: string | readonly string[]; readonly 'timeout-minutes'?: number; readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> } }
interface Workflow { readonly name: string; readonly on: Values; readonly jobs: Readonly<Record<string, Job>> }

const workflows = globSync('.github/workflows/*.yml').sort().map((file) => [basename(file, '.yml'), parse(readFileSync(file, 'utf8')) as Workflow] as const);
const named = (name: string): Workflow => workflows.find(([file]) => file === name)![1];
const stepsOf = ({ jobs }: Workflow): readonly Step[] => Object.values(jobs).flatMap(({ steps }) => steps);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> };

describe.each(workflows)('%s', (_, workflow) => {
  test('every action is pinned to a commit', () => {
    expect(stepsOf(workflow).flatMap(({ uses }) => (uses === undefined || /@[0-9a-f]{40}$/.test(uses) ? [] : [uses]))).toEqual([]);
  });

  test('nothing that comes from outside is pasted into a shell line: it goes through the environment', () => {
    expect(stepsOf(workflow).flatMap(({ run }) => (run?.includes('${{') ? [run] : []))).toEqual([]);
  });

  test('every npm script it runs is there', () => {
    const run = stepsOf(workflow).flatMap((step) => [...(step.run ?? '').matchAll(/npm run (?:--?s\w* )?(\w[\w:-]*)/g)].map(([, script]) => script!));
    expect(run.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });

  test('no job runs without an end', () => {
    expect(Object.entries(workflow.jobs).filter(([, job]) => job['timeout-minutes'] === undefined)).toEqual([]);
  });
});

describe('what is published', () => {
  const { on, jobs } = named('pages');

  test('waits for the tests of main, and for all of them', () => {
    expect(on).toEqual({ workflow_run: { workflows: [named('test').name], types: ['completed'], branches: ['main'] } });
    expect(jobs['publish']!.if).toContain("github.event.workflow_run.conclusion == 'success'");
  });

  // A branch of somebody's fork may be called main too; only a push to this repository is one to its main.
  test('was pushed here, not proposed from elsewhere', () => {
    expect(jobs['publish']!.if).toContain("github.event.workflow_run.event == 'push'");
  });

  test('is the very commit that was tested, wherever main stands by then', () => {
    const out = stepsOf(named('pages')).filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(out).toHaveLength(2);
    for (const step of out) expect(step.with).toEqual({ ref: '${{ github.event.workflow_run.head_sha }}' });
    expect(jobs['smoke']!.needs).toBe('publish');
  });
});

// Bash and grep, as the hosted machine has them.
describe.runIf(process.platform !== 'win32')('the issue about a new Go', () => {
  const { steps } = named('weekly').jobs['oracle']!;
  const title = 'What Go 1.28.0 changes in the book';

  /** What the step that opens an issue does where there are these issues, closed ones too, and the comparison came to this: the body of the issue, if one is opened. */
  function opened(issues: readonly string[], outcome: 'success' | 'failure', changes?: string): string | undefined {
    const folder = mkdtempSync(join(tmpdir(), 'issue-'));
    const gh = ['#!/bin/sh', 'case "$1 $2" in', `"issue list") case "$*" in *"--state all"*) printf '%s\\n' ${issues.map((each) => `'${each}'`).join(' ')};; esac;;`, '"issue create") cp "$6" opened.txt;;', 'esac', ''].join('\n');
    writeFileSync(join(folder, 'gh'), gh, { mode: 0o755 });
    if (changes !== undefined) writeFileSync(join(folder, 'changes.txt'), changes);
    const { status, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', steps.at(-1)!.run!], { cwd: folder, encoding: 'utf8', env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`, TITLE: title, OUTCOME: outcome, RUN: 'https://example.org/run' } });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return existsSync(join(folder, 'opened.txt')) ? readFileSync(join(folder, 'opened.txt'), 'utf8') : undefined;
  }

  test('is opened with what changed, and with nothing else', () => {
    expect(opened([], 'success', 'fact a: 1 -> 2\n')).toBe('    fact a: 1 -> 2\n');
    expect(opened(['What Go 1.28.01 changes in the book'], 'success', 'a\n')).toBe('    a\n');
  });

  test('is not opened when nothing changed, nor a second time, though the first was closed', () => {
    expect(opened([], 'success')).toBeUndefined();
    expect(opened([title], 'success', 'fact a: 1 -> 2\n')).toBeUndefined();
  });

  test('is opened when a recorder failed, and when nothing could be said at all', () => {
    expect(opened([], 'failure', 'The recorder stacks fails\n')).toBe('    The recorder stacks fails\n');
    expect(opened([], 'failure')).toContain('https://example.org/run');
  });

  test('is of a release only: what is fetched is looked at before it is used', () => {
    const { run } = steps.find((step) => step.run?.includes('go.dev/VERSION') === true)!;
    expect(run).toContain(String.raw`[[ $newest =~ ^go1\.[0-9]+(\.[0-9]+)?$ ]] ||`);
    expect(run!.indexOf('=~')).toBeLessThan(run!.indexOf('GITHUB_OUTPUT'));
  });
});

test('a hundred thousand texts are brought to the book each week, never the same; what takes long is done each month', () => {
  const fuzzed = named('weekly').jobs['fuzz']!.steps.at(-1)!;
  expect(fuzzed).toMatchObject({ run: 'npm run --silent fuzz -- --count 100000 --seed "$SEED"', env: { SEED: '${{ github.run_number }}' } });
  const looks = named('monthly').jobs['seeing']!.strategy!.matrix['look']!;
  expect(looks).toEqual(['faults', 'perturb', 'mutants', 'heap-mutants']);
  expect(looks.filter((look) => !Object.hasOwn(scripts, look))).toEqual([]);
});

test('the whole test run is in the Chromium that Playwright pins, not in one that the machine happens to have', () => {
  const { steps } = named('test').jobs['test']!;
  const [install, run] = [steps.findIndex((step) => step.run?.includes('install --with-deps')), steps.findIndex((step) => step.run === '.ci/run')];
  expect(install).toBeGreaterThan(-1);
  expect(install).toBeLessThan(run);
  expect(steps[run]!.env).toMatchObject({ CHROMIUM: 'playwright' });
});

test('each month one commit is run whole twenty times, to see what fails by chance', () => {
  const { strategy, steps } = named('monthly').jobs['repeats']!;
  expect(new Set(strategy!.matrix['run'] as readonly unknown[]).size).toBe(20);
  expect(steps.at(-1)).toMatchObject({ run: '.ci/run', env: { CHROMIUM: 'playwright' } });
});

test('a server of one’s own is tried as a real one', () => {
  expect(named('test').jobs['nginx']!.steps.at(-1)!.run).toBe('npm run --silent nginx');
});

test('packages and actions are kept new, together and not every day', () => {
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as { updates: readonly { readonly 'package-ecosystem': string; readonly schedule: Values; readonly groups: Values }[] };
  expect(updates.map((each) => each['package-ecosystem']).sort()).toEqual(['github-actions', 'npm']);
  for (const { schedule, groups } of updates) expect([schedule['interval'], Object.keys(groups).length]).toEqual(['monthly', 1]);
});
