import { signal } from '@preact/signals';
import { ProgramError } from '../../src/engine/machine.ts';

/** Where the reader's text stands. `failed` is ours: the Worker did not start, or an engine broke. */
export type State<Reading, Reader, Stage = never> =
  | { readonly is: 'empty' | 'cancelled' | 'failed' }
  | { readonly is: 'reading'; readonly stage?: Stage }
  | { readonly is: 'damaged'; readonly damage: ProgramError; readonly text: string }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'read'; readonly reading: Reading; readonly reader: Reader };

/** A desk, whatever is read at it. */
export type AnyDesk = ReadingDesk<unknown, { close(): void }, unknown>;

/** Reads one text at a time, each by a reader of its own; a new one, or a cancel, ends the reading of the last. */
export abstract class ReadingDesk<Reading, Reader extends { close(): void }, Stage = never> {
  readonly state = signal<State<Reading, Reader, Stage>>({ is: 'empty' });
  #reader: Reader | undefined;

  protected abstract open(): Reader;
  protected abstract ask(reader: Reader, text: string, onStage: (stage: Stage) => void): Promise<Reading>;

  /** Reads a text; an empty one clears the desk. Resolves with the state it led to, or undefined when another text came. */
  async read(text: string): Promise<State<Reading, Reader, Stage> | undefined> {
    this.forget();
    if (text.trim() === '') return this.#stand({ is: 'empty' });
    const reader = this.#reader = this.open();
    this.#stand({ is: 'reading' });
    try {
      const reading = await this.ask(reader, text, (stage) => { if (this.isAt(reader)) this.#stand({ is: 'reading', stage }); });
      return this.isAt(reader) ? this.#stand({ is: 'read', reading, reader }) : undefined;
    } catch (error) {
      if (!this.isAt(reader)) return undefined;
      this.forget();
      return this.#stand(error instanceof ProgramError ? { is: 'damaged', damage: error, text } : failed(error));
    }
  }

  /** Ends the reading, in the middle of whatever it does. */
  cancel(): void {
    this.forget();
    this.#stand({ is: 'cancelled' });
  }

  /** Says why a text did not even come to be read. */
  refuse(why: string): void {
    this.forget();
    this.#stand({ is: 'refused', why });
  }

  /** Whether this reader's text is still the one on the desk. */
  protected isAt(reader: Reader): boolean { return reader === this.#reader; }

  /** Takes the last text from the desk. */
  protected forget(): void {
    const reader = this.#reader;
    this.#reader = undefined;
    reader?.close();
  }

  #stand(state: State<Reading, Reader, Stage>): State<Reading, Reader, Stage> {
    this.state.value = state;
    return state;
  }
}

function failed(error: unknown): { readonly is: 'failed' } {
  console.error(error);
  return { is: 'failed' };
}
