import { ProgramError } from '../../../src/engine/machine.ts';
import type { Settings } from '../../../src/engine/go/gctrace/goal.ts';
import type { Ask, Reading, Told } from './reading.ts';

/** Reads one log in a Worker of its own. Closing it stops whatever it does. */
export class Reader {
  readonly #worker = new Worker(new URL('./gctrace.worker.ts', import.meta.url), { type: 'module' });
  #abandon: (error: Error) => void = () => undefined;

  /** Rejects with a ProgramError when the text is too long, with an Error when the Worker fails. */
  read(text: string, settings: Settings): Promise<Reading> {
    return new Promise((resolve, reject) => {
      this.#abandon = reject;
      this.#worker.onmessage = ({ data }: MessageEvent<Told>) => {
        if (data.say === 'read') resolve(data.reading);
        else reject(data.say === 'damage' ? new ProgramError(data.damage.code, data.damage.message, data.damage, data.damage.args) : new Error(data.message));
      };
      this.#worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      this.#worker.postMessage({ text, settings } satisfies Ask);
    });
  }

  close(): void {
    this.#worker.terminate();
    this.#abandon(new Error('closed'));
  }
}
