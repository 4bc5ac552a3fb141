/**
 * What a collection costs, in words touched, as {@link Work} counts them: by what survives, and by how much memory there is.
 * With R words live in a memory of H: mark and sweep (aR + bH) / (H - R) for each word allocated, copying cR / (H/2 - R).
 */

/** What is alive. `pointers`: those of its fields that are not nil. `roots`: places looked at, nil or not. */
export interface Alive { readonly objects: number; readonly words: number; readonly fields: number; readonly pointers: number; readonly roots: number }

/** A bit a word of memory, in words of 32. */
const bitmap = (memory: number): number => memory / 32;

/** Each header and field is read, the bit of each target looked at, and each object's bit set once; all bits are cleared before. */
export const marking = ({ objects, fields, pointers, roots }: Alive, memory: number): number => bitmap(memory) + roots + 2 * objects + fields + pointers;

/** Sweeping reads a word of marks and writes one of begin bits. */
export const markSweep = (alive: Alive, memory: number): number => marking(alive, memory) + 2 * bitmap(memory);

/** Three visits to each of `there` objects, dead or alive; where each will lie; each pointer looked up and rewritten; `moved` words read and written. */
export const lisp2 = (alive: Alive, memory: number, there: number, moved: number): number =>
  marking(alive, memory) + 3 * there + alive.objects + alive.fields + alive.roots + 2 * (alive.pointers + filled(alive)) + 2 * moved;

/** Each word read and written and each husk written; each header and field read; the target of each pointer read, and the pointer rewritten. */
export const cheney = (alive: Alive): number =>
  2 * alive.words + 2 * alive.objects + alive.fields + alive.roots + 2 * (alive.pointers + filled(alive));

/** A minor collection copies what survives in the nursery; a remembered field is read, and cleared, and rewritten. */
export const minor = (alive: Alive, remembered: number): number => cheney({ ...alive, pointers: alive.pointers + remembered }) + 2 * remembered;

/** Roots that hold something: those of the books' workloads all do. */
const filled = ({ roots }: Alive): number => roots;

/** For each word allocated, when every cycle costs as much and gives back so many. Without end when nothing is given back. */
export const perWord = (cycle: number, reclaimed: number): number => (reclaimed > 0 ? cycle / reclaimed : Infinity);

/** Go: H = R (1 + GOGC/100), so that marking's aR is spread over R GOGC/100 words. `a`: words touched for each live word. */
export const goMarking = (a: number, gogc: number): number => (a * 100) / gogc;
