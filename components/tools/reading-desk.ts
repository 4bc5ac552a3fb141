import { signal } from '@preact/signals';
import { ProgramError } from '../../src/engine/machine.ts';

/** Where the reader's text stands. `failed` is ours: the Worker did not start, or an engine broke. */
export type State<Reading, Reader, Stage = never> =
  | { readonly is: 'empty' | 'cancelled' | 'failed' }
  | { readonly is: 'reading'; readonly stage?: Stage }
  | { readonly is: 'damaged'; readonly damage: ProgramError; readonly text: string }
  | { readonly is: 'refused'; readonly why: string }
  | Read<Reading, Reader>;

interface Read<Reading, Reader> {
  readonly is: 'read';
  readonly reading: Reading;
  readonly reader: Reader;
  /** It was read before: the reading of another text was cancelled. */
  readonly isKept?: true;
}

/** A desk, whatever is read at it. */
export type AnyDesk = ReadingDesk<unknown, { close(): void }, unknown>;

/**
 * Reads one text at a time, each by a reader of its own; a new one, or a cancel, ends the reading of the last.
 * What was read stays aside until another text is, and comes back when that one is cancelled.
 */
export abstract class ReadingDesk<Reading, Reader extends { close(): void }, Stage = never> {
  readonly state = signal<State<Reading, Reader, Stage>>({ is: 'empty' });
  #reader: Reader | undefined;
  #aside: Read<Reading, Reader> | undefined;

  protected abstract open(): Reader;
  protected abstract ask(reader: Reader, text: string, onStage: (stage: Stage) => void): Promise<Reading>;

  /** Reads a text; an empty one clears the desk. Resolves with the state it led to, or undefined when another text came. */
  async read(text: string): Promise<State<Reading, Reader, Stage> | undefined> {
    if (text.trim() === '') return this.#clear({ is: 'empty' });
    this.#setAside();
    const reader = this.#reader = this.open();
    this.#stand({ is: 'reading' });
    try {
      const reading = await this.ask(reader, text, (stage) => { if (this.isAt(reader)) this.#stand({ is: 'reading', stage }); });
      if (!this.isAt(reader)) return undefined;
      this.#dropAside();
      return this.#stand({ is: 'read', reading, reader });
    } catch (error) {
      if (!this.isAt(reader)) return undefined;
      return this.#clear(error instanceof ProgramError ? { is: 'damaged', damage: error, text } : failed(error));
    }
  }

  /** Ends the reading, in the middle of whatever it does. What was read before comes back. */
  cancel(): void {
    const aside = this.#aside;
    if (!aside) return void this.#clear({ is: 'cancelled' });
    this.#aside = undefined;
    this.#reader?.close();
    this.#reader = aside.reader;
    this.#stand({ ...aside, isKept: true });
    this.takeBack();
  }

  /** Says why a text did not even come to be read. */
  refuse(why: string): void { this.#clear({ is: 'refused', why }); }

  /** Whether this reader's text is still the one on the desk. */
  protected isAt(reader: Reader): boolean { return reader === this.#reader; }

  /** What else lies on the desk is put away with what was read, or comes back with it. */
  protected putAway(): void { /* most desks hold nothing else */ }
  protected takeBack(): void { /* as above */ }

  #setAside(): void {
    const state = this.state.value;
    if (state.is === 'read') this.#aside = state;
    else this.#reader?.close();
    this.putAway();
  }

  #dropAside(): void {
    this.#aside?.reader.close();
    this.#aside = undefined;
  }

  /** Takes all from the desk, and says why. */
  #clear(state: State<Reading, Reader, Stage>): State<Reading, Reader, Stage> {
    this.#reader?.close();
    this.#reader = undefined;
    this.#dropAside();
    this.putAway();
    return this.#stand(state);
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
