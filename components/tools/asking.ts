import type { Damage } from '../../src/engine/machine.ts';
import { errorOf } from './damage.ts';

/** A question for a Worker: what it is to do, and with what. */
export interface Question { readonly do: string }

/** What a Worker hears: a question, or to leave one off. */
export type Heard<Ask> = { readonly id: number; readonly ask: Ask } | { readonly stop: number };

/** What a Worker says to one question: how far it is, and then one answer. */
export type Told<Answer, Note> = { readonly id: number } & (
  | { readonly say: 'note'; readonly note: Note }
  | { readonly say: 'answer'; readonly answer: Answer }
  | { readonly say: 'damage'; readonly damage: Damage }
  | { readonly say: 'fault'; readonly message: string });

interface Waiting<Note> { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void; readonly onNote: (note: Note) => void }

/** The page's side of one Worker: nothing of a text is read on the page. Closing it stops whatever it does. */
export abstract class Asking<Ask extends Question, Answers extends Record<Ask['do'], unknown>, Note = never> {
  readonly #open: () => Worker;
  #worker: Worker;
  readonly #waiting = new Map<number, Waiting<Note>>();
  #asked = 0;

  constructor(open: () => Worker) {
    this.#open = open;
    this.#worker = this.#started();
  }

  /** Ends the Worker in the middle of whatever it does. */
  close(): void {
    this.#worker.terminate();
    this.#abandon(new Error('closed'));
  }

  /** The same, and has another Worker in its place, which knows nothing. */
  protected renew(): void {
    this.close();
    this.#worker = this.#started();
  }

  /** Rejects with a ProgramError when the text is damaged, with an Error when the Worker fails. */
  protected ask<Do extends Ask['do']>(ask: Extract<Ask, { readonly do: Do }>, onNote: (note: Note) => void = () => undefined): Promise<Answers[Do]> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, onNote });
      this.#post({ id, ask });
    });
  }

  /** Has the Worker leave off the question asked last. */
  protected leaveOff(): void { this.#post({ stop: this.#asked }); }

  #started(): Worker {
    const worker = this.#open();
    worker.onmessage = ({ data }: MessageEvent<Told<Answers[Ask['do']], Note>>) => this.#hear(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#abandon(new Error(event.message));
    };
    return worker;
  }

  #post(heard: Heard<Ask>): void { this.#worker.postMessage(heard); }

  #hear(told: Told<Answers[Ask['do']], Note>): void {
    const waiting = this.#waiting.get(told.id);
    if (!waiting) return;
    if (told.say === 'note') return waiting.onNote(told.note);
    this.#waiting.delete(told.id);
    switch (told.say) {
      case 'answer': return waiting.resolve(told.answer as never);
      case 'damage': return waiting.reject(errorOf(told.damage));
      case 'fault': return waiting.reject(new Error(told.message));
    }
  }

  #abandon(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
