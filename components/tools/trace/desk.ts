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
  #isWorking = false;

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

  protected override forget(): void {
    super.forget();
    this.#isWorking = false;
    this.standings.value = new Map();
  }

  /** Has each chosen allocator perform the trace that has not yet. */
  async #work(): Promise<void> {
    if (this.state.value.is !== 'read' || this.#isWorking) return;
    const { reader: runner } = this.state.value;
    this.#isWorking = true;
    for (let next = this.#next(); next !== undefined && this.isAt(runner); next = this.#next()) await this.#run(runner, next);
    if (this.isAt(runner)) this.#isWorking = false;
  }

  async #run(runner: Runner, machine: MachineName): Promise<void> {
    const note = (standing: Standing): void => { if (this.isAt(runner)) this.standings.value = new Map(this.standings.value).set(machine, standing); };
    note({ is: 'running', done: 0 });
    try {
      const run = await runner.run(machine, (done) => note({ is: 'running', done }));
      note(run ? { is: 'done', run } : { is: 'stopped' });
    } catch (error) {
      if (this.isAt(runner)) console.error(error);
      note({ is: 'failed' });
    }
  }

  #next(): MachineName | undefined { return this.chosen.value.find((machine) => !this.standings.value.has(machine)); }
}
