import { signal } from '@preact/signals';
import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import type { Run } from '../../../src/engine/allocators/measure.ts';
import { ReadingDesk } from '../reading-desk.ts';
import type { Reading } from './reading.ts';
import { Runner } from './runner.ts';

/** Where one allocator stands with a trace. `done` counts operations, of twice the trace's. */
export type Standing =
  | { readonly is: 'running'; readonly done: number }
  | { readonly is: 'done'; readonly run: Run }
  | { readonly is: 'stopped' | 'failed' };

/** Reads one trace at a time and has the chosen allocators perform it, one after the other. */
export class Desk extends ReadingDesk<Reading, Runner> {
  readonly chosen = signal<readonly MachineName[]>([]);
  readonly standings = signal<ReadonlyMap<MachineName, Standing>>(new Map());
  /** What the allocators came to with the trace that is set aside. */
  #aside: ReadonlyMap<MachineName, Standing> = new Map();
  /** The work that is going on: what an earlier one still says is not heard. */
  #shift: object | undefined;

  constructor(chosen: readonly MachineName[]) {
    super();
    this.chosen.value = chosen;
  }

  override async read(text: string): ReturnType<ReadingDesk<Reading, Runner>['read']> {
    const state = await super.read(text);
    if (state?.is === 'read') void this.#work();
    return state;
  }

  /** Which allocators to compare. One that was stopped and is chosen anew starts anew. */
  choose(machines: readonly MachineName[]): void {
    this.standings.value = new Map([...this.standings.value].filter(([machine, { is }]) => is !== 'stopped' || machines.includes(machine)));
    this.chosen.value = machines;
    void this.#work();
  }

  /** Ends what one allocator is doing; the others go on. */
  stop(): void { if (this.state.value.is === 'read') this.state.value.reader.stop(); }

  protected override open(): Runner { return new Runner(); }

  protected override ask(runner: Runner, text: string): Promise<Reading> { return runner.read(text); }

  /** An allocator at work is stopped. */
  protected override putAway(): void {
    if (this.state.value.is === 'read') {
      this.stop();
      this.#aside = new Map([...this.standings.value].map(([machine, standing]) => [machine, standing.is === 'running' ? { is: 'stopped' } : standing]));
    }
    this.#shift = undefined;
    this.standings.value = new Map();
  }

  protected override takeBack(): void {
    this.standings.value = this.#aside;
    void this.#work();
  }

  /** Has each chosen allocator perform the trace that has not yet. */
  async #work(): Promise<void> {
    if (this.state.value.is !== 'read' || this.#shift) return;
    const { reader: runner } = this.state.value;
    const shift = this.#shift = {};
    for (let next = this.#next(); next !== undefined && this.#shift === shift; next = this.#next()) await this.#run(runner, next, shift);
    if (this.#shift === shift) this.#shift = undefined;
  }

  async #run(runner: Runner, machine: MachineName, shift: object): Promise<void> {
    const note = (standing: Standing): void => { if (this.#shift === shift) this.standings.value = new Map(this.standings.value).set(machine, standing); };
    note({ is: 'running', done: 0 });
    try {
      const run = await runner.run(machine, (done) => note({ is: 'running', done }));
      note(run ? { is: 'done', run } : { is: 'stopped' });
    } catch (error) {
      if (this.#shift === shift) console.error(error);
      note({ is: 'failed' });
    }
  }

  #next(): MachineName | undefined { return this.chosen.value.find((machine) => !this.standings.value.has(machine)); }
}
