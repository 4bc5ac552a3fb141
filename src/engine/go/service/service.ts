/** What a program is like that runs for long: inputs of the simulation, none of them predicted. Bytes, seconds, Ps. */
export interface Service {
  /** GOMAXPROCS. */
  readonly procs: number;
  /** Ps the program keeps busy while nobody collects. */
  readonly busy: number;
  /** Allocated a second by so many busy Ps. */
  readonly allocationRate: number;
  /** Share of the live heap that has to be scanned: up to the last pointer of each object. */
  readonly scanShare: number;
  /** Scanned a second by one P. */
  readonly scanRate: number;
  /** Stacks and globals, scanned by each collection. */
  readonly roots: number;
  /** What the runtime has mapped beside heap pages: stacks, its own records. Counts towards GOMEMLIMIT. */
  readonly nonHeap: number;
  /** What no Go counter sees: the binary, C memory. */
  readonly outside: number;
}

/** What the program's owner may set, and what kills it. Bytes; GOGC below zero and an infinite limit are off. */
export interface Settings { readonly gcPercent: number; readonly memoryLimit: number; readonly container: number }

/** Allocation and marking while both go on. */
export interface Pace {
  /** Bytes allocated a second. */
  readonly allocates: number;
  /** Bytes scanned a second, by all, and bytes of scanning that so much allocation owes. */
  readonly scans: number;
  readonly owes: number;
  /** Ps whose workers mark, Ps that assist, and idle Ps that mark. */
  readonly working: number;
  readonly assisting: number;
  readonly idle: number;
}
