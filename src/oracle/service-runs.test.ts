import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRecording } from './recording.ts';
import { serviceAnswers } from './rows/service-rows.ts';
import { median, modelled, outliersBeyond, quantile, runsOf, type ServiceSetting } from './service-runs.ts';

const { rows } = readRecording('service@1', JSON.parse(readFileSync('oracle/recordings/service.json', 'utf8')));
const nameOf = ({ procs, busy, spin, nap, gogc, limit }: ServiceSetting): string => `${procs} Ps, ${busy} goroutines, ${spin} rounds, ${nap} µs of sleep, GOGC=${gogc}, ${limit} MiB`;

/** A goroutine that sleeps leaves its P to an idle worker, and that does not look at its timer. The model has no sleep. */
const sleepless = rows.filter(({ nap }) => nap === 0);

test('each setting ran thirty times or more', () => {
  expect(sleepless).toHaveLength(10);
  for (const { runs } of rows) expect(runs.length).toBeGreaterThanOrEqual(30);
});

test('what lies beyond the fences is an outlier', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  // Quartiles 2 and 4: fences three above and below them.
  expect(outliersBeyond([1, 2, 3, 4, 5])).toEqual([-1, 7]);
});

/**
 * Where a goroutine has two Ps, it has both CPUs of the machine but while the other one marks, and is slower then. The
 * model has one speed: it allocates more while it marks, so more counts as alive, and the goal is higher.
 */
const alone = ({ procs, busy }: ServiceSetting): boolean => busy < procs;
const ofSpeed: readonly string[] = ['goal', 'marked'];

/**
 * The model has no chance in it, its inputs are each run's own, and a run differs from the next as the machine has it. So
 * nothing finer can be asked than this: were the model's median one more run, it would not be an outlier among the
 * recorded ones, by the rule in common use (Tukey's fences). Most medians lie far closer together.
 */
test.each(sleepless.map((setting) => [nameOf(setting), setting] as const))('%s: no median of the model is an outlier among recorded runs', (_, setting) => {
  const runs = runsOf(setting);
  const ours = runs.map(({ inputs }) => modelled(setting, inputs));
  for (const answer of serviceAnswers.filter((one) => !(alone(setting) && ofSpeed.includes(one)))) {
    const [low, high] = outliersBeyond(runs.map(({ answers }) => answers[answer]));
    const middle = median(ours.map((one) => one[answer]));
    expect(middle, answer).toBeGreaterThanOrEqual(low);
    expect(middle, answer).toBeLessThanOrEqual(high);
  }
});

test('one goroutine is faster on two CPUs than each of two', () => {
  const rateOf = (goroutines: number): number => {
    const setting = sleepless.find(({ procs, busy, spin, gogc }) => procs === 2 && busy === goroutines && spin === 500 && gogc === '100')!;
    return median(runsOf(setting).map(({ inputs }) => inputs.allocRate));
  };
  expect(rateOf(1)).toBeGreaterThan(rateOf(2));
});

test('a program that sleeps has less to assist than the model says, since idle workers do it', () => {
  const [sleepy] = rows.filter(({ nap }) => nap > 0);
  const runs = runsOf(sleepy!);
  expect(median(runs.map(({ answers }) => answers.idle))).toBeGreaterThan(3 * median(runs.map(({ answers }) => answers.assists)));
});
