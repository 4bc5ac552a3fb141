import { SideBySide } from '../../engine/allocators/side-by-side.ts';
import { readHeapProgram } from '../heap-program.ts';
import { contenders, policyNames, type PolicyName } from './policies.ts';
import { steady } from './traces.ts';

const traces = 200;
const heap = 2048;
let counted: readonly number[] | undefined;

export const arena = (bytes: number): SideBySide => new SideBySide(policyNames.map((name) => contenders[name].make(bytes)));

/** Requests a policy refuses in a steady state, on average over the traces of seeds 1 to 200: one trace proves nothing. */
export function meanRefused(policy: PolicyName): number {
  counted ??= count();
  return counted[policyNames.indexOf(policy)]!;
}

function count(): readonly number[] {
  const sums = policyNames.map(() => 0);
  for (let seed = 1; seed <= traces; seed++) {
    const machine = arena(heap);
    for (const op of readHeapProgram(steady(seed)).ops) machine.apply(op);
    for (const [i, { failures }] of machine.picture().lanes.entries()) sums[i]! += failures;
  }
  return sums.map((sum) => sum / traces);
}
