import { describe, expect, test } from 'vitest';
import { schedule } from './schedule.ts';
import { browserTally, chosen, unitTally, type Stage } from './stages.ts';

const stage = (name: string, ...needs: string[]): Stage => ({ name, needs });

/** Runs stages that take one turn of the event loop each; returns how many ran at once, in the order of starting, and the states. */
async function play(stages: readonly Stage[], failing: readonly string[] = []) {
  let running = 0;
  const log: string[] = [];
  const outcomes = await schedule(stages, 2, async ({ name }) => {
    running += 1;
    log.push(`${name} ${running}`);
    await new Promise(setImmediate);
    running -= 1;
    return !failing.includes(name);
  });
  return { log, states: Object.fromEntries(outcomes.map(({ stage: { name }, state }) => [name, state])) };
}

describe('schedule', () => {
  test('runs two stages at once and never three', async () => {
    const { log } = await play([stage('a'), stage('b'), stage('c'), stage('d')]);
    expect(log.map((entry) => entry.split(' ')[0])).toEqual(['a', 'b', 'c', 'd']);
    expect(Math.max(...log.map((entry) => Number(entry.split(' ')[1])))).toBe(2);
  });

  test('starts a stage only after what it needs', async () => {
    const { log } = await play([stage('site', 'build'), stage('build')]);
    expect(log).toEqual(['build 1', 'site 1']);
  });

  test('skips what needs a failed stage, and what needs that, and runs the rest', async () => {
    const { states } = await play([stage('build'), stage('site', 'build'), stage('more', 'site'), stage('lint')], ['build']);
    expect(states).toEqual({ build: 'failed', site: 'skipped', more: 'skipped', lint: 'passed' });
  });

  test('runs a stage alone though what it needs was not asked for', async () => {
    const { states } = await play([stage('site', 'build')]);
    expect(states).toEqual({ site: 'passed' });
  });
});

describe('the tally', () => {
  test('counts a test file that could not be loaded as a failure', () => {
    expect(unitTally({ numPassedTests: 3, numFailedTests: 0, numFailedTestSuites: 1, success: false })).toEqual({ passed: 3, failed: 1 });
  });

  test('counts a flaky test and an error outside any test as failures', () => {
    expect(browserTally({ stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: ['no server'] })).toEqual({ passed: 5, failed: 3 });
  });
});

test('a stage that does not exist is refused with the list of those that do', () => {
  expect(() => chosen(['units'])).toThrow(/no stage "units".*unit,/);
});
