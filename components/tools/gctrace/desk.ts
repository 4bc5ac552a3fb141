import { defaults, type Settings } from '../../../src/engine/go/gctrace/goal.ts';
import { ReadingDesk } from '../reading-desk.ts';
import { Reader } from './reader.ts';
import type { Reading } from './reading.ts';

/** Reads one log at a time, by the settings the program was run with. */
export class Desk extends ReadingDesk<Reading, Reader> {
  #settings: Settings = defaults;
  #text = '';

  override read(text: string): ReturnType<ReadingDesk<Reading, Reader>['read']> {
    this.#text = text;
    return super.read(text);
  }

  /** What the program was run with; the log is read anew with it. */
  set(settings: Settings): void {
    this.#settings = settings;
    if (this.#text !== '') void this.read(this.#text);
  }

  protected override open(): Reader { return new Reader(); }

  /** All of a log leaves its Worker, which is needed no longer. */
  protected override ask(reader: Reader, text: string): Promise<Reading> {
    return reader.read(text, this.#settings).finally(() => reader.close());
  }
}
