/** Readings of one process at one moment, put together from numbers as they come. */
import { nameOf, type Name } from './names.ts';
import type { Labels, Told } from './told.ts';

export type Source = 'footer' | 'prometheus' | 'json' | 'status';

/** What one source told of one target at one time. */
export interface Snapshot {
  readonly source: Source;
  /** Which process, where Prometheus tells several apart: `instance="a:1"`; else empty. */
  readonly target: string;
  /** Line of its first number. */
  readonly line: number;
  readonly values: ReadonlyMap<Name, Told>;
}

interface Draft extends Snapshot {
  readonly values: Map<Name, Told>;
  /** The names read, as printed: mostly few, and never more than are known. */
  readonly printed: string[];
}

/** Labels that are of a metric, not of the process it was scraped from. */
const own = ['quantile', 'le'];

const unescaped = (text: string): string => text.replace(/\\([^])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter));

/** What tells one target from another. */
export function targetOf(labels: Labels): string {
  return labels.filter(([name]) => !own.includes(name)).map(([name, value]) => `${name}="${unescaped(value)}"`).sort().join(', ');
}

/** Gathers numbers into snapshots: a name read before begins another one. */
export class Snapshots {
  readonly all: Snapshot[] = [];
  /** By target. */
  readonly #current: Readonly<Record<Source, Map<string, Draft>>> = { footer: new Map(), prometheus: new Map(), json: new Map(), status: new Map() };

  /** Begins anew, also where no name comes twice. */
  begin(source: Source): void { this.#current[source].clear(); }

  add(source: Source, told: Told): void {
    const name = nameOf(told.name);
    if (name === undefined) return;
    const target = targetOf(told.labels);
    const draft = this.#current[source].get(target);
    if (!draft || draft.printed.includes(told.name)) return this.#open({ source, target, line: told.line, values: new Map([[name, told]]), printed: [told.name] });
    draft.printed.push(told.name);
    if (!draft.values.has(name)) draft.values.set(name, told);
  }

  #open(draft: Draft): void {
    this.#current[draft.source].set(draft.target, draft);
    this.all.push(draft);
  }
}
