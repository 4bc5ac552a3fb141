import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (...args: readonly string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });

// Each would take minutes: only what it must not begin with is tried.
test.each([
  ['oracle-diff.ts', '--machin', 'heap'], ['faults.ts', '--onyl', 'x'], ['fuzz.ts', '--knid', 'maps'], ['budget.ts', '--acept'], ['perturb.ts', '--form', '3'],
  ['measure/measure.ts', '--run', '1'], ['smoke.ts', '--fierfox'], ['nginx.ts', '--prot', '80'], ['check.ts', '--relase'], ['oracle.ts', '--og', '1.28'], ['gctrace.ts', '-', '--gcog', '50'], ['replay.ts', 'glibc', '-', '--haep', '5'],
])('%s %s is refused with a sentence, how it is used and exit code 2', (script, ...args) => {
  const { status, stdout, stderr } = run(`scripts/${script}`, ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^Unknown option '--\w+'/);
  expect(stderr).toMatch(/^Usage: npm run /m);
  expect(stderr).not.toMatch(/^\s+at |node:internal/m);
}, 60_000);

test.each([
  ['faults.ts', '--from', 'first'], ['perturb.ts', '--to', 'last'], ['fuzz.ts', '--count', 'many'], ['measure/measure.ts', '--runs', 'some'],
])('%s %s takes no %s', (script, ...args) => {
  const { status, stderr } = run(`scripts/${script}`, ...args);
  expect({ status, stderr }).toEqual({ status: 2, stderr: `${args[0]!} takes a whole number, not “${args[1]!}”.\n` });
}, 60_000);

test('a kind of text that nobody fuzzes is refused with those there are', () => {
  const { status, stderr } = run('scripts/fuzz.ts', '--kind', 'novels');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^There is no kind “novels”\. There are: links, .*\n$/);
}, 60_000);

test('without a built book a command says how to build it', () => {
  const { status, stderr } = run('--input-type=module', '-e', 'const { needBuilt } = await import("./scripts/command.ts"); needBuilt("no-such-folder");');
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'There is no built book in dist/. Run npm run build first.\n' });
}, 60_000);
