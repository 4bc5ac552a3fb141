/** How many operations a second the allocators apply, the real libraries beside them, and what a larger heap costs. */
import type { HeapOp } from '../../src/engine/allocators/allocator.ts';
import { machineNames, machines, type MachineName } from '../../src/engine/allocators/machines.ts';
import { median } from '../measure/stats.ts';
import { table } from '../table.ts';
import { nativeRates } from './native.ts';
import { churn, fill, turns } from './programs.ts';

const live = 10_000;
const sizes = [1000, 10_000, 100_000, 1_000_000];
const rounds = 5;
/** Unbounded these two leave every hole behind them for new memory. */
const roving: readonly MachineName[] = ['next-fit', 'worst-fit'];

/** Processor time of this process in seconds: other programs do not count. */
function seconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Operations a second, measured on as much of the program as a second allows. */
function performed(machine: { apply(op: HeapOp): unknown }, program: readonly HeapOp[]): number {
  const began = seconds();
  let done = 0;
  for (const op of program) {
    machine.apply(op);
    if (++done % 8192 === 0 && seconds() - began > 1) break;
  }
  return done / (seconds() - began);
}

const repeated = (once: () => number): number => median(Array.from({ length: rounds }, once))!;

function rate(name: MachineName, program: readonly HeapOp[]): number {
  const bound = roving.includes(name) ? { heap: live * 600 } : {};
  return repeated(() => performed(machines[name].make(bound), program));
}

/** Nanoseconds an operation takes among so many that stay. */
function cost(name: MachineName, standing: number): number {
  const machine = machines[name].make();
  for (const op of fill(standing)) machine.apply(op);
  const program = churn(standing, 200_000);
  return 1e9 / repeated(() => performed(machine, program));
}

const millions = (perSecond: number | undefined): string => (perSecond === undefined ? '' : (perSecond / 1e6).toPrecision(3));

export function benchAllocators(): void {
  const program = turns(live, 1_000_000);
  const { rates, missing } = nativeRates(program, rounds);
  const head = ['M operations a second', `ours, ${live} live`, 'native', 'ns at 10³ live', '10⁴', '10⁵', '10⁶', '10⁶ ÷ 10³'];
  const rows = machineNames.map((name) => {
    const costs = sizes.map((standing) => cost(name, standing));
    return [name, millions(rate(name, program)), millions(rates.get(name)), ...costs.map((ns) => ns.toFixed(0)), (costs.at(-1)! / costs[0]!).toFixed(2)];
  });
  console.log([table(head, rows), ...missing].join('\n'));
}
