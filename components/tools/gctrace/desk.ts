import { signal } from '@preact/signals';
import { ProgramError } from '../../../src/engine/machine.ts';
import { defaults, type Settings } from '../../../src/engine/go/gctrace/goal.ts';
import { Reader } from './reader.ts';
import type { Reading } from './reading.ts';

/** Where the reader's log stands. `failed` is ours: the Worker did not start, or an engine broke. */
export type State =
  | { readonly is: 'empty' | 'reading' | 'cancelled' | 'failed' }
  | { readonly is: 'damaged'; readonly damage: ProgramError }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'read'; readonly reading: Reading };

/** Reads one log at a time; a new one, other settings, or a cancel end the reading of the last. */
export class Desk {
  readonly state = signal<State>({ is: 'empty' });
  #settings: Settings = defaults;
  #text = '';
  #reader: Reader | undefined;

  /** Reads a text; an empty one clears the desk. Resolves with the state it led to, or undefined when another text came. */
  async read(text: string): Promise<State | undefined> {
    this.#close();
    this.#text = text;
    if (text.trim() === '') return this.#stand({ is: 'empty' });
    const reader = this.#reader = new Reader();
    this.#stand({ is: 'reading' });
    try {
      const reading = await reader.read(text, this.#settings);
      return reader === this.#reader ? this.#stand({ is: 'read', reading }) : undefined;
    } catch (error) {
      return reader === this.#reader ? this.#stand(failure(error)) : undefined;
    } finally {
      if (reader === this.#reader) this.#close();
    }
  }

  /** What the program was run with; the log is read anew with it. */
  set(settings: Settings): void {
    this.#settings = settings;
    if (this.#text !== '') void this.read(this.#text);
  }

  cancel(): void {
    this.#close();
    this.#stand({ is: 'cancelled' });
  }

  /** Says why a text did not even come to be read. */
  refuse(why: string): void {
    this.#close();
    this.#stand({ is: 'refused', why });
  }

  #close(): void {
    const reader = this.#reader;
    this.#reader = undefined;
    reader?.close();
  }

  #stand(state: State): State {
    this.state.value = state;
    return state;
  }
}

function failure(error: unknown): State {
  if (error instanceof ProgramError) return { is: 'damaged', damage: error };
  console.error(error);
  return { is: 'failed' };
}
