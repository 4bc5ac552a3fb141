/** A seeded source of chance: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number in [0, below); `below` at most 2^32. */
  int(below: number): number;
  /** The generator's state, for a checkpoint. */
  save(): number;
  load(state: number): void;
}

/** The mulberry32 generator (T. Ettinger, public domain): 32 bits of state, period 2^32. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return {
    int: (below) => Math.floor((next() / 2 ** 32) * below),
    save: () => state,
    load: (saved) => { state = saved >>> 0; },
  };
}
