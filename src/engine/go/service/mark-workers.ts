/** The collector means to use this share of all Ps while it marks (`mgcpacer.go:gcBackgroundUtilization`). */
export const backgroundUtilization = 0.25;

/** A number of dedicated workers further off than this share is made up for by fractional ones. */
const maxUtilError = 0.3;

/** Who marks: workers that keep a P for as long as marking lasts, and the share of each P that the others' worker may take. */
export interface MarkWorkers { readonly dedicated: number; readonly fractional: number }

/** How many, of so many Ps (`mgcpacer.go:startCycle`, Go 1.27). */
export function markWorkers(procs: number): MarkWorkers {
  const goal = procs * backgroundUtilization;
  const nearest = Math.floor(goal + 0.5);
  if (Math.abs(nearest / goal - 1) <= maxUtilError) return { dedicated: nearest, fractional: 0 };
  const dedicated = nearest > goal ? nearest - 1 : nearest;
  return { dedicated, fractional: (goal - dedicated) / procs };
}

/** Ps that mark whatever the program does. */
export const backgroundProcs = (procs: number): number => {
  const { dedicated, fractional } = markWorkers(procs);
  return dedicated + fractional * procs;
};
