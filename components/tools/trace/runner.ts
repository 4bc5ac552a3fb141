import type { MachineName } from '../../../src/engine/allocators/machines.ts';
import type { Run } from '../../../src/engine/allocators/measure.ts';
import type { Answers, Ask, Damage, Heard, Reading, Told } from './reading.ts';

/** The reader's to mend: what is wrong with a text, and where. */
export class DamagedTrace extends Error {
  override readonly name = 'DamagedTrace';
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(damage.message);
    this.damage = damage;
  }
}

interface Waiting { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void; readonly onProgress: (done: number) => void }

/** One trace in a Worker of its own: nothing of it is read or performed on the page. Closing it stops whatever it does. */
export class Runner {
  readonly #worker = new Worker(new URL('./trace.worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<Told>) => this.#hear(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#abandon(new Error(event.message));
    };
  }

  /** Rejects with a {@link DamagedTrace} when the text is damaged, with an Error when the Worker fails. */
  read(text: string): Promise<Reading> { return this.#ask<'read'>({ do: 'read', text }); }

  /** Performs the trace read; undefined when it was stopped. `onProgress` hears of operations done, of twice the trace's. */
  run(machine: MachineName, onProgress: (done: number) => void): Promise<Run | undefined> {
    return this.#ask<'run'>({ do: 'run', machine }, onProgress);
  }

  /** Stops the run that is going on. */
  stop(): void { this.#post({ stop: this.#asked }); }

  /** Ends the Worker in the middle of whatever it does. */
  close(): void {
    this.#worker.terminate();
    this.#abandon(new Error('closed'));
  }

  #ask<Do extends Ask['do']>(ask: Ask, onProgress: (done: number) => void = () => undefined): Promise<Answers[Do]> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onProgress });
      this.#post({ id, ask });
    });
  }

  #post(heard: Heard): void { this.#worker.postMessage(heard); }

  #hear(told: Told): void {
    const waiting = this.#waiting.get(told.id);
    if (!waiting) return;
    if (told.say === 'progress') return waiting.onProgress(told.done);
    this.#waiting.delete(told.id);
    switch (told.say) {
      case 'answer': return waiting.resolve(told.answer as never);
      case 'damage': return waiting.reject(new DamagedTrace(told.damage));
      case 'fault': return waiting.reject(new Error(told.message));
    }
  }

  #abandon(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
