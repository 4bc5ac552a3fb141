/** `npm test`: every stage, two side by side where they can be, a table at the end. `npm test -- unit lint` runs only those. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { needBrowser } from './browser.ts';
import { shadowGo } from './no-go.ts';
import { reports, root } from './paths.ts';
import { node } from './run.ts';
import { schedule, type Outcome } from './schedule.ts';
import { chosen, type Stage, type Tally } from './stages.ts';

const inBrowser = ['budget', 'e2e'];

/** Runs one stage as the npm script it is. Caught output is shown only when the stage fails. */
async function run(stage: Stage, show: 'show' | 'catch'): Promise<boolean> {
  const npm = process.env['npm_execpath'];
  if (npm === undefined) throw new Error('Start the tests through npm: npm test');
  const { code, output } = await node([npm, 'run', '--silent', stage.name], show);
  if (show === 'catch') console.log(code === 0 ? `✓ ${stage.name}` : `✗ ${stage.name}\n\n${output.trimEnd()}\n`);
  return code === 0;
}

/** What a stage's own report says; a stage that failed without a failed test counts as one failure. */
function tally({ stage, state }: Outcome): Tally {
  const { report } = stage;
  const counted = report && existsSync(report.file) ? report.read(JSON.parse(readFileSync(report.file, 'utf8'))) : { passed: 0, failed: 0 };
  return state === 'passed' || counted.failed > 0 ? counted : { passed: counted.passed, failed: 1 };
}

function line(outcome: Outcome): string {
  const { passed, failed } = tally(outcome);
  const counts = outcome.stage.report ? `${passed} passed, ${failed} failed` : '';
  return [outcome.state.padEnd(8), outcome.stage.name.padEnd(8), `${outcome.seconds.toFixed(1)} s`.padStart(8), counts].join('  ').trimEnd();
}

function summary(outcomes: readonly Outcome[], seconds: number): void {
  console.log(`\n${outcomes.map(line).join('\n')}\n${' '.repeat(10)}${'in all'.padEnd(8)}  ${`${seconds.toFixed(1)} s`.padStart(8)}\n`);
  for (const { stage, state } of outcomes) {
    if (state === 'failed') console.log(`${stage.name} failed. Run it alone: npm test -- ${stage.name}`);
    if (state === 'skipped') console.log(`${stage.name} was not run: it needs ${stage.needs.join(' and ')}.`);
  }
}

const stages = chosen(process.argv.slice(2));
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
// What one process of the run has compiled, the next need not.
process.env['NODE_COMPILE_CACHE'] = join(root, 'node_modules', '.cache', 'compiled');
// Recordings and go-runtime.wasm are committed: no stage may need Go.
const goCalls = shadowGo(join(reports, 'no-go'));
if (stages.some(({ name }) => inBrowser.includes(name))) process.env['CHROMIUM'] = await needBrowser();

const began = performance.now();
const show = stages.length === 1 ? 'show' : 'catch';
const outcomes = await schedule(stages, 2, (stage) => run(stage, show));
summary(outcomes, (performance.now() - began) / 1000);

const tallies = outcomes.map(tally);
const asked = goCalls();
const passed = tallies.reduce((sum, each) => sum + each.passed, 0);
const failed = tallies.reduce((sum, each) => sum + each.failed, asked.length);
for (const call of asked) console.log(`A stage ran "${call}". The tests must pass where there is no Go.`);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);
