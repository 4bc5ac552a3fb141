import { number, silent } from '../control.ts';

/** Bytes that the simulated program keeps, and which of its collections is shown: by then it keeps so much, and the pacer knows it. */
export const keeps = 4 * 2 ** 20;
export const settled = 3;

/** Where the cycle comes from; Ps, goroutines of the program, what each allocates and each P scans in a second, in MiB. The initial ones are about those of the recorded program. */
export const controls = {
  of: silent(['recorded', 'simulated', 'first']),
  procs: number({ initial: 4, min: 1, max: 8, step: 1 }),
  goroutines: number({ initial: 3, min: 1, max: 16, step: 1 }),
  allocates: number({ initial: 300, min: 100, max: 2000, step: 100 }),
  scans: number({ initial: 1000, min: 500, max: 2000, step: 100 }),
};
