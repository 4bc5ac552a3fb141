/** Reads what services give: memory maps, MemStats, Prometheus, runtime/metrics, cgroup files, in any order in one text. */
import type { Damage } from '../../machine.ts';
import { damageAt, damaged, quoted } from '../damage.ts';
import { allLines, type Line } from '../lines.ts';
import { longestText } from '../read.ts';
import { headingOf, readCgroupLine } from './cgroup-lines.ts';
import { beginsFooter, readFooterLine } from './footer.ts';
import { JsonLines } from './json.ts';
import { KeptLines } from './kept-lines.ts';
import { kindOf, type Kind } from './kinds.ts';
import { readSample } from './prometheus.ts';
import { Snapshots, type Snapshot } from './snapshots.ts';
import { readStatusLine } from './status.ts';
import type { Read, Told } from './told.ts';

export interface CountersText {
  /** The kinds that occur, in the order of their first lines. */
  readonly kinds: readonly Kind[];
  /** The lines of maps, smaps or pmap, each at its own number: all others before the last of them are empty. */
  readonly process: string;
  readonly snapshots: readonly Snapshot[];
  /** Files of a cgroup: `memory.max`, `memory.stat:anon`. What is told twice is what was told last. */
  readonly cgroup: ReadonlyMap<string, Told>;
  /** Lines that were skipped, each with its reason, in the order of the text. */
  readonly damages: readonly Damage[];
}

/** Reads every line in time linear in the text. Throws for no text but one that is too long. */
export function readCounters(text: string): CountersText {
  if (text.length > longestText) throw damaged('text-too-long', 1, 1, { length: text.length, limit: longestText });
  const reader = new Reader();
  for (const line of allLines(text)) reader.read(line);
  return reader.done();
}

class Reader {
  readonly #kinds = new Set<Kind>();
  readonly #process = new KeptLines();
  readonly #snapshots = new Snapshots();
  readonly #cgroup = new Map<string, Told>();
  readonly #damages: Damage[] = [];
  #json = new JsonLines();
  #kind: Kind | undefined;
  #file: string | undefined;

  read(line: Line): void {
    const kind = kindOf(line, { kind: this.#kind, isOpen: this.#json.isOpen, file: this.#file });
    if (kind === undefined) this.#damages.push(damageAt('unknown-line', line.number, 1 + line.text.search(/\S/), { found: quoted(line.text.trim()) }));
    if (kind === undefined || kind === 'none') return;
    this.#enter(kind, line);
    this.#kinds.add(kind);
    this.#readers[kind](line);
  }

  done(): CountersText {
    const process = this.#process;
    return { kinds: [...this.#kinds], get process() { return process.text; }, snapshots: this.#snapshots.all, cgroup: this.#cgroup, damages: this.#damages };
  }

  /** Leaves what the line before belonged to. JSON that was cut off is left open by nothing that follows. */
  #enter(kind: Kind, line: Line): void {
    if (kind !== 'json' && this.#kind === 'json') this.#json = new JsonLines();
    if (kind === 'json' && !this.#json.isOpen) this.#snapshots.begin('json');
    if (kind === 'footer' && beginsFooter(line.text)) this.#snapshots.begin('footer');
    if (kind !== 'cgroup') this.#file = undefined;
    this.#kind = kind;
  }

  readonly #readers: { readonly [Name in Kind]: (line: Line) => void } = {
    process: (line) => this.#process.keep(line),
    profile: () => undefined,
    footer: (line) => this.#take(readFooterLine(line), (told) => this.#snapshots.add('footer', told)),
    prometheus: (line) => this.#take(readSample(line), (told) => this.#snapshots.add('prometheus', told)),
    status: (line) => this.#take(readStatusLine(line), (told) => this.#snapshots.add('status', told)),
    json: (line) => this.#json.read(line, (read) => this.#take(read, (told) => this.#snapshots.add('json', told))),
    cgroup: (line) => {
      this.#file = headingOf(line.text) ?? this.#file;
      this.#take(readCgroupLine(line, this.#file), (told) => this.#cgroup.set(told.name, told));
    },
  };

  #take(read: Read, keep: (told: Told) => void): void {
    if ('damage' in read) this.#damages.push(read.damage);
    else read.told.forEach(keep);
  }
}
