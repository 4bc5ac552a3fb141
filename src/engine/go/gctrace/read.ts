/** Reads a log: finds the lines of gctrace among all others, and the runs of one program among several. */
import { ProgramError, type Damage } from '../../machine.ts';
import { allLines, type Line } from '../../memory/lines.ts';
import { BrokenLine } from './broken-line.ts';
import { defaults, goalOf, isInside, type Interval, type Settings } from './goal.ts';
import { beginnings, damageIn, readCycle, type Cycle } from './line.ts';

/** A cycle, and what the line before tells of it. */
export interface Judged extends Cycle {
  /** Which run of a program it belongs to, from 1: a number that does not go on begins another. */
  readonly run: number;
  /** Bytes; undefined where the cycle before is not in the log. */
  readonly expected: Interval | undefined;
  readonly inside: boolean | undefined;
}

export interface Gctrace {
  readonly cycles: readonly Judged[];
  readonly runs: number;
  /** Lines that begin like gctrace and are not, each with its place. */
  readonly damages: readonly Damage[];
  /** Lines of something else. */
  readonly others: number;
}

/** The longest text that is read, in characters: 10 MiB. */
export const longestLog = 10 * 2 ** 20;

/** Reads every line in time linear in the text. Throws ProgramError `long` for one that is too long, and nothing else. */
export function readGctrace(text: string, settings: Settings = defaults): Gctrace {
  if (text.length > longestLog) throw new ProgramError('long', `the log has ${text.length} characters; at most ${longestLog} are read`, { line: 1 }, { length: text.length, limit: longestLog });
  const found = find(text);
  const { cycles, runs } = judge(found.cycles, settings);
  return { ...found, cycles, runs };
}

interface Found { readonly cycles: readonly Sourced[]; readonly damages: readonly Damage[]; readonly others: number }

/** A cycle and what stands before it in its line, without numbers: several pods in one log differ in it. */
interface Sourced { readonly cycle: Cycle; readonly source: string }

function find(text: string): Found {
  const finder = new Finder();
  for (const line of allLines(text)) finder.read(line);
  return finder.done();
}

/** Goes through the lines; what a line left unfinished, the next ones may finish. */
class Finder {
  readonly #cycles: Sourced[] = [];
  readonly #damages: Damage[] = [];
  #others = 0;
  #broken: { readonly line: BrokenLine; readonly source: string } | undefined;

  read(line: Line): void {
    const offsets = beginnings(line.text);
    if (offsets.length === 0) return this.#other(line);
    this.#giveUp();
    for (const offset of offsets) this.#begin(line, offset, offset === offsets.at(-1));
  }

  done(): Found {
    this.#giveUp();
    return { cycles: this.#cycles, damages: this.#damages, others: this.#others };
  }

  #begin(line: Line, offset: number, isLast: boolean): void {
    const source = sourceOf(line.text.slice(0, offset));
    const cycle = readCycle(line.text, line.number, offset);
    if (cycle) this.#cycles.push({ cycle, source });
    else if (isLast) this.#broken = { line: new BrokenLine(line, offset), source };
    else this.#damages.push(damageIn(line.text, line.number, offset));
  }

  /** A line in which no cycle begins. */
  #other(line: Line): void {
    if (!this.#broken?.line.mayTake(line)) this.#giveUp();
    const cycle = this.#broken?.line.goOn(line);
    if (cycle) this.#cycles.push({ cycle, source: this.#broken!.source });
    if (cycle) this.#broken = undefined;
    else if (!this.#broken && line.text !== '') this.#others++;
  }

  /** Lines that were taken in vain are lines of something else. */
  #giveUp(): void {
    if (!this.#broken) return;
    this.#damages.push(this.#broken.line.damage);
    this.#others += this.#broken.line.taken;
    this.#broken = undefined;
  }
}

const sourceOf = (prefix: string): string => prefix.slice(-120).replace(/\d+/g, '#');

/** A run as far as it was read: its last cycle, and the sources its cycles came from. */
interface Run { readonly number: number; last: Cycle; readonly sources: Set<string> }

/** As many runs as may still go on: a log of more programs than this at once is read as more runs. */
const mostOpen = 64;

function judge(found: readonly Sourced[], settings: Settings): { cycles: readonly Judged[]; runs: number } {
  const open: Run[] = [];
  let runs = 0;
  const cycles = found.map((one): Judged => {
    const run = runOf(one, open);
    const before = run?.last;
    const number = run ? run.number : ++runs;
    if (run) goOn(run, one);
    else open.unshift({ number, last: one.cycle, sources: new Set([one.source]) });
    if (open.length > mostOpen) open.pop();
    return { ...one.cycle, run: number, ...expect(one.cycle, before, settings) };
  });
  return { cycles, runs };
}

function goOn(run: Run, { cycle, source }: Sourced): void {
  run.last = cycle;
  run.sources.add(source);
}

/** The run that a cycle goes on: the next number of the same source, the next number of any, or a later one of the same source. */
function runOf({ cycle, source }: Sourced, open: readonly Run[]): Run | undefined {
  const later = open.filter(({ last }) => last.number < cycle.number && last.seconds <= cycle.seconds);
  const isNext = ({ last }: Run): boolean => last.number + 1 === cycle.number;
  const isSame = ({ sources }: Run): boolean => sources.has(source);
  return later.find((run) => isNext(run) && isSame(run)) ?? later.find(isNext) ?? later.find(isSame);
}

/** A cycle can be judged when the one before it is there, or when it is a program's first. */
function expect(cycle: Cycle, before: Cycle | undefined, settings: Settings): Pick<Judged, 'expected' | 'inside'> {
  if (before ? before.number + 1 !== cycle.number : cycle.number !== 1) return { expected: undefined, inside: undefined };
  const expected = goalOf(cycle, before, settings);
  return { expected, inside: isInside(cycle.goal, expected) };
}
