import { drain, type Machine } from '../../engine/machine.ts';
import { decisionOf, type Decision, type Place } from './recorded.ts';

/** A call of one of the recorded functions is compiled and run. */
export interface PinballOp { readonly do: 'compile'; readonly call: string }

export type PinballEvent =
  | { readonly kind: 'written'; readonly call: string }
  | ({ readonly kind: 'said'; readonly release: number } & Decision)
  | ({ readonly kind: 'fell'; readonly call: string } & Decision);

export interface PinballAnswer { readonly place: Place }

/** The call at hand, what was recorded of it, and how much of that is told. */
export interface PinballPicture {
  readonly release: number;
  readonly call?: string;
  readonly decision?: Decision;
  readonly told: 'nothing' | 'code' | 'words' | 'all';
}

/** Plays recordings: what the compiler of one release of Go 1 said, and what the program did. */
export class Pinball implements Machine<PinballOp, PinballEvent, PinballAnswer, PinballPicture, PinballPicture> {
  #picture: PinballPicture;

  constructor(release: number) { this.#picture = { release, told: 'nothing' }; }

  *run({ call }: PinballOp): Generator<PinballEvent, PinballAnswer, void> {
    const { release } = this.#picture;
    const decision = decisionOf(call, release);
    this.#picture = { release, call, decision, told: 'code' };
    yield { kind: 'written', call };
    this.#picture = { release, call, decision, told: 'words' };
    yield { kind: 'said', release, ...decision };
    this.#picture = { release, call, decision, told: 'all' };
    yield { kind: 'fell', call, ...decision };
    return { place: decision.place };
  }

  apply(op: PinballOp): PinballAnswer { return drain(this.run(op)); }

  save(): PinballPicture { return this.#picture; }

  load(picture: PinballPicture): void { this.#picture = picture; }

  picture(): PinballPicture { return this.#picture; }
}
