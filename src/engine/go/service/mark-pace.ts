import type { Pace, Service } from './service.ts';

/** What is allocated a second while nobody collects. */
export const freePace = ({ allocationRate }: Service): Pace => ({ allocates: allocationRate, scans: 0, owes: 0, working: 0, assisting: 0, idle: 0 });

/**
 * How fast program and collector are while workers mark on so many Ps. Each byte allocated owes `workPerByte` of scanning. Background
 * workers pay first, out of what they scan now and `credit` bytes a second they scanned before; what is still owed the
 * program scans itself, in time it does not allocate in (`mgcmark.go:gcAssistAlloc`).
 */
export function markPace(service: Service, working: number, workPerByte: number, credit: number): Pace {
  const { procs, scanRate } = service;
  const program = Math.min(service.busy, procs - working);
  const idle = procs - working - program;
  const background = (working + idle) * scanRate;
  const perProc = service.allocationRate / service.busy;
  const paid = background + credit;
  const alone = perProc * program;
  if (alone * workPerByte <= paid) return { allocates: alone, scans: background, owes: alone * workPerByte, working, assisting: 0, idle };
  const allocates = (perProc * (program + paid / scanRate)) / (1 + (perProc * workPerByte) / scanRate);
  const assisting = program - allocates / perProc;
  return { allocates, scans: background + assisting * scanRate, owes: allocates * workPerByte, working, assisting, idle };
}
