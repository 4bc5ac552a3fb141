import { signal } from '@preact/signals';
import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import type { Run } from '../../../src/engine/allocators/measure.ts';
import type { Damage, Reading } from './reading.ts';
import { DamagedTrace, Runner } from './runner.ts';

/** Where the reader's trace stands. `failed` is ours: the Worker did not start, or an engine broke. */
export type State =
  | { readonly is: 'empty' | 'reading' | 'cancelled' | 'failed' }
  | { readonly is: 'damaged'; readonly damage: Damage; readonly text: string }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'read'; readonly reading: Reading };

/** Where one allocator stands with it. `done` counts operations, of twice the trace's. */
export type Standing =
  | { readonly is: 'running'; readonly done: number }
  | { readonly is: 'done'; readonly run: Run }
  | { readonly is: 'stopped' | 'failed' };

/** Reads one trace at a time and has the chosen allocators perform it, one after the other. A new trace ends the last. */
export class Desk {
  readonly state = signal<State>({ is: 'empty' });
  readonly chosen = signal<readonly MachineName[]>([]);
  readonly standings = signal<ReadonlyMap<MachineName, Standing>>(new Map());
  #runner: Runner | undefined;
  #isWorking = false;

  constructor(chosen: readonly MachineName[]) { this.chosen.value = chosen; }

  /** Reads a text; an empty one clears the desk. Resolves with the state it led to, or undefined when another text came. */
  async read(text: string): Promise<State | undefined> {
    this.#close();
    if (text.trim() === '') return this.#stand({ is: 'empty' });
    const runner = this.#runner = new Runner();
    this.#stand({ is: 'reading' });
    try {
      const reading = await runner.read(text);
      if (runner !== this.#runner) return undefined;
      const state = this.#stand({ is: 'read', reading });
      void this.#work();
      return state;
    } catch (error) {
      if (runner !== this.#runner) return undefined;
      this.#close();
      return this.#stand(error instanceof DamagedTrace ? { is: 'damaged', damage: error.damage, text } : failure(error));
    }
  }

  /** Which allocators to compare. One that was stopped and is chosen anew starts anew. */
  choose(machines: readonly MachineName[]): void {
    this.standings.value = new Map([...this.standings.value].filter(([machine, { is }]) => is !== 'stopped' || machines.includes(machine)));
    this.chosen.value = machines;
    void this.#work();
  }

  /** Ends what one allocator is doing; the others go on. */
  stop(): void { this.#runner?.stop(); }

  /** Ends everything. */
  cancel(): void {
    this.#close();
    this.#stand({ is: 'cancelled' });
  }

  /** Says why a text did not even come to be read. */
  refuse(why: string): void {
    this.#close();
    this.#stand({ is: 'refused', why });
  }

  /** Has each chosen allocator perform the trace that has not yet. */
  async #work(): Promise<void> {
    const runner = this.#runner;
    if (!runner || this.#isWorking || this.state.value.is !== 'read') return;
    this.#isWorking = true;
    for (let next = this.#next(); next !== undefined && runner === this.#runner; next = this.#next()) {
      const machine = next;
      this.#note(machine, { is: 'running', done: 0 });
      const standing = await runner.run(machine, (done) => this.#note(machine, { is: 'running', done })).then(
        (run): Standing => (run ? { is: 'done', run } : { is: 'stopped' }),
        (error: unknown): Standing => {
          if (runner === this.#runner) console.error(error);
          return { is: 'failed' };
        },
      );
      if (runner === this.#runner) this.#note(machine, standing);
    }
    if (runner === this.#runner) this.#isWorking = false;
  }

  #next(): MachineName | undefined { return this.chosen.value.find((machine) => !this.standings.value.has(machine)); }

  #note(machine: MachineName, standing: Standing): void { this.standings.value = new Map(this.standings.value).set(machine, standing); }

  #close(): void {
    const runner = this.#runner;
    this.#runner = undefined;
    this.#isWorking = false;
    this.standings.value = new Map();
    runner?.close();
  }

  #stand(state: State): State {
    this.state.value = state;
    return state;
  }
}

function failure(error: unknown): State {
  console.error(error);
  return { is: 'failed' };
}
