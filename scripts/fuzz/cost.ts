import { median } from '../measure/stats.ts';

/** Milliseconds of processor this thread takes: what else the machine does is not blamed on it. */
export function cpuOf(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

/** The median of three. */
export const usualCpuOf = (work: () => void): number => median([cpuOf(work), cpuOf(work), cpuOf(work)]) ?? 0;
