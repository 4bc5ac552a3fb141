/** The experiment behind the fifty-percent rule: blocks die at random and are replaced, long after the start is forgotten. */
import { random, type Random } from '../random.ts';
import type { Allocator } from './allocator.ts';

const blocks = 500;
const rounds = 40_000;
const settled = 8000;
const between = 20;

export interface SteadyState {
  /** Free blocks for each live one, what lies above the last live block left out. */
  readonly holes: number;
  /** How often a new block leaves something of the hole it is put into: Knuth's p. */
  readonly splits: number;
  /** Live bytes over the bytes up to the end of the last live block. */
  readonly utilisation: number;
}

/** Means over a run in which 500 blocks are live and each round frees one of them and allocates another. */
export function steadyState(machine: Allocator, size: (chance: Random) => number): SteadyState {
  const chance = random(1);
  for (let id = 0; id < blocks; id++) machine.apply({ do: 'malloc', id, size: size(chance) });
  const samples: SteadyState[] = [];
  for (let round = 0; round < rounds; round++) {
    const id = chance.int(blocks);
    machine.apply({ do: 'free', id });
    const addr = machine.apply({ do: 'malloc', id, size: size(chance) });
    if (round >= settled && round % between === 0) samples.push(look(machine, addr!));
  }
  const mean = (of: keyof SteadyState): number => samples.reduce((sum, sample) => sum + sample[of], 0) / samples.length;
  return { holes: mean('holes'), splits: mean('splits'), utilisation: mean('utilisation') };
}

/** A new block has split its hole if it is free behind it: no two holes are neighbours. */
function look(machine: Allocator, newest: number): SteadyState {
  const { cells } = machine.picture();
  const bound = cells.at(-1)?.state === 'live' ? cells.length : cells.length - 1;
  const last = cells[bound - 1]!;
  const behind = cells[cells.findIndex(({ addr }) => addr === newest) + 1];
  return {
    holes: cells.slice(0, bound).filter(({ state }) => state === 'free').length / blocks,
    splits: Number(behind !== undefined && behind.state !== 'live'),
    utilisation: machine.figures().live / (last.addr + last.size),
  };
}
