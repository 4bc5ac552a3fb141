import { backgroundProcs, markWorkers } from './mark-workers.ts';
import type { Pace, Service } from './service.ts';

/** What is allocated a second while nobody collects. */
export const freePace = ({ allocationRate }: Service): Pace => ({ allocates: allocationRate, scans: 0, owes: 0, assisting: 0, idle: 0 });

/**
 * How fast program and collector are while marking. Each byte allocated owes `workPerByte` of scanning. Background
 * workers pay first, out of what they scan now and `credit` bytes a second they scanned before; what is still owed the
 * program scans itself, in time it does not allocate in (`mgcmark.go:gcAssistAlloc`).
 */
export function markPace(service: Service, workPerByte: number, credit: number): Pace {
  const { procs, scanRate } = service;
  const program = Math.min(service.busy, procs - backgroundProcs(procs));
  const idle = Math.max(0, Math.min(procs - markWorkers(procs).dedicated, procs - backgroundProcs(procs) - program));
  const background = (backgroundProcs(procs) + idle) * scanRate;
  const perProc = service.allocationRate / service.busy;
  const paid = background + credit;
  const alone = perProc * program;
  if (alone * workPerByte <= paid) return { allocates: alone, scans: background, owes: alone * workPerByte, assisting: 0, idle };
  const allocates = (perProc * (program + paid / scanRate)) / (1 + (perProc * workPerByte) / scanRate);
  const assisting = program - allocates / perProc;
  return { allocates, scans: background + assisting * scanRate, owes: allocates * workPerByte, assisting, idle };
}
