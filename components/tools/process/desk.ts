import { signal } from '@preact/signals';
import { ProgramError } from '../../../src/engine/machine.ts';
import { Explainer } from './explainer.ts';
import type { Reading, Stage } from './reading.ts';

/** Where the reader's text stands. `failed` is ours: the Worker did not start, or an engine broke. */
export type State =
  | { readonly is: 'empty' | 'cancelled' | 'failed' }
  | { readonly is: 'working'; readonly stage: Stage }
  | { readonly is: 'damaged'; readonly damage: ProgramError }
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'read'; readonly reading: Reading; readonly explainer: Explainer };

/** Reads one text at a time; a new one, or a cancel, ends the reading of the last. */
export class Desk {
  readonly state = signal<State>({ is: 'empty' });
  #explainer: Explainer | undefined;

  /** Reads a text; an empty one clears the desk. Resolves with the state it led to, or undefined when another text came. */
  async read(text: string): Promise<State | undefined> {
    this.#close();
    if (text.trim() === '') return this.#stand({ is: 'empty' });
    const explainer = new Explainer();
    this.#explainer = explainer;
    const isCurrent = (): boolean => explainer === this.#explainer;
    this.#stand({ is: 'working', stage: 'reading' });
    try {
      const reading = await explainer.read(text, (stage) => { if (isCurrent()) this.#stand({ is: 'working', stage }); });
      return isCurrent() ? this.#stand({ is: 'read', reading, explainer }) : undefined;
    } catch (error) {
      if (!isCurrent()) return undefined;
      this.#close();
      return this.#stand(failure(error));
    }
  }

  /** Ends the reading, in the middle of whatever it does. */
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
    const explainer = this.#explainer;
    this.#explainer = undefined;
    explainer?.close();
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
