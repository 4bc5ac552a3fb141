import { number } from '../control.ts';

/** MiB a second, per cent, MiB. */
export const controls = {
  rate: number({ initial: 100, min: 10, max: 1000, step: 10 }),
  gogc: number({ initial: 100, min: 10, max: 410, step: 10, off: true }),
  limit: number({ initial: 1088, min: 64, max: 1088, step: 32, off: true }),
};
