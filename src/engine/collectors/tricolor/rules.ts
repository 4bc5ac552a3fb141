/** What a concurrent marker and the program beside it have agreed on. */
export interface Rules {
  /**
   * What a store into the heap shades while marking runs: nothing; the new target (Dijkstra et al. 1978); the old one
   * (Yuasa 1990); the source again, if black (Steele 1975); or the old one and, from a stack not yet scanned, the new one too
   * (Go since 1.8, proposal 17503).
   */
  readonly barrier: 'none' | 'insertion' | 'deletion' | 'steele' | 'hybrid';
  /** All stacks are scanned once more, the world stopped, before marking may end (Go up to 1.7). */
  readonly rescan: boolean;
  /** All stacks are scanned together before marking starts. */
  readonly snapshot: boolean;
  /** The color of new objects while marking runs; undefined: the program makes none. */
  readonly allocate: 'white' | 'black' | undefined;
  /** Loads shade what they load: always (Baker 1978), or into a stack already scanned. */
  readonly loads: 'plain' | 'shade' | 'shade when scanned';
  /** A store and its shading are one step, or two with the collector running in between. */
  readonly store: 'at once' | 'shade then store' | 'store then shade';
  /** An object is black as soon as its scan starts, not when it ends. */
  readonly blackAtStart: boolean;
  /** The collector scans an object in one step, not field by field. */
  readonly whole: boolean;
  /** Each mutator learns by itself, later, that marking has begun: there is no handshake. */
  readonly lateFlag: boolean;
  /** Collections that may happen. */
  readonly cycles: number;
}

/** No barrier, one collection, nothing special. */
export const plain: Rules = {
  barrier: 'none', rescan: false, snapshot: false, allocate: undefined, loads: 'plain', store: 'at once',
  blackAtStart: false, whole: false, lateFlag: false, cycles: 1,
};
