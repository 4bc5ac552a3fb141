import { batch, signal } from '@preact/signals';
import type { Demo, Input, Run, Speaker } from '../../src/demos/demo.ts';
import type { Mark } from '../../src/demos/scene.ts';
import { stopsOf, toNextStop, toStopBefore, type Stops } from '../../src/demos/stops.ts';
import { ProgramError } from '../../src/engine/machine.ts';
import { start, type Learnt, type Position } from '../../src/engine/timeline.ts';
import { Hush } from './hush.ts';
import { canvas, type Canvas } from './reconcile.ts';

/** Milliseconds a moment stands at speed 1; the one on which a reader pressed play has stood already. */
const [beat, firstBeat] = [900, 200];

/** Something went wrong: the reader's program (with a line), or our engine. */
export interface Trouble { readonly sentence: string | undefined; readonly line?: number; readonly column?: number }

/** One figure being read: where it stands, what it shows and says, and whether it plays. */
export class Session {
  readonly demo: Demo;
  readonly speaker: Speaker;
  readonly drawing: Canvas<Mark, unknown>;
  readonly input = signal<Input>(undefined as never);
  readonly stops = signal<Stops>(undefined as never);
  readonly at = signal(0);
  /** Where the drawing shown stands; two inputs may stand at the same stop, but not at the same place. */
  readonly shown = signal<Position>(start);
  readonly sentence = signal('');
  readonly hush = new Hush();
  readonly playing = signal(false);
  readonly speed = signal(1);
  readonly trouble = signal<Trouble | undefined>(undefined);
  /** The reader's program as it stands in the editor, when it is not what runs. */
  readonly draft = signal<string | undefined>(undefined);
  /** How often the reader moved the figure: a step, or a leap to an event. */
  readonly moves = signal(0);
  #run: Run;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(demo: Demo, speaker: Speaker, input: Input) {
    this.demo = demo;
    this.speaker = speaker;
    this.#run = demo.open(input);
    this.input.value = input;
    this.stops.value = stopsOf(this.#run, demo.quiet);
    this.#run.timeline.seek(this.#run.still);
    this.drawing = canvas(speaker.scene(this.#run));
    this.at.value = this.stops.value.before(this.position);
    this.sentence.value = speaker.sentence(this.#run);
    this.shown.value = this.position;
  }

  get run(): Run { return this.#run; }
  get position(): Position { return this.#run.timeline.position; }
  get eventKind(): string | undefined { return this.#run.timeline.event?.kind; }

  /** Opens other input, with what is known of it; keeps the old run when the new one cannot be read or run. */
  open(input: Input, at?: Position, learnt?: Learnt): boolean {
    this.pause();
    return this.#attempt(() => {
      const run = this.demo.open(input);
      if (learnt) run.timeline.learn(learnt);
      const stops = stopsOf(run, this.demo.quiet);
      if (input.preset !== this.input.value.preset || input.program !== this.input.value.program) this.draft.value = undefined;
      this.#run = run;
      this.input.value = input;
      this.stops.value = stops;
      run.timeline.seek(at ?? run.still);
    });
  }

  /** To the next stop; false at the end. */
  step(): boolean {
    let moved = false;
    this.#move(() => { moved = toNextStop(this.#run, this.demo.quiet); });
    return moved;
  }

  back(): void { this.#move(() => toStopBefore(this.#run, this.demo.quiet)); }

  seek(position: Position): void { this.#attempt(() => this.#run.timeline.seek(position)); }

  scrub(stop: number): void {
    const position = this.stops.value.at(stop);
    if (position) this.seek(position);
  }

  /** Steps to the next event of `kind`; stays put and returns false when there is none. */
  next(kind: string): boolean {
    const stood = this.position;
    let found = false;
    this.pause();
    this.#move(() => {
      const { timeline } = this.#run;
      while (!found && timeline.step()) found = this.eventKind === kind;
      if (!found) timeline.seek(stood);
    });
    return found;
  }

  /** To the `nth` event of `kind` from the start. */
  goTo(kind: string, nth: number): void {
    batch(() => {
      this.seek(start);
      for (let i = 0; i < nth; i++) this.next(kind);
    });
  }

  play(): void {
    if (this.#run.timeline.atEnd) this.seek(start);
    this.playing.value = true;
    this.#tick(firstBeat);
  }

  pause(): void {
    this.playing.value = false;
    clearTimeout(this.#timer);
  }

  #tick(stands = beat): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (!this.playing.value) return;
      if (this.#onward() && !this.#run.timeline.atEnd) this.#tick();
      else this.pause();
    }, stands / this.speed.value);
  }

  /** To the next stop of the scrubber, which a long program has only between operations; false at the end. */
  #onward(): boolean {
    const next = this.stops.value.at(this.at.value + 1);
    if (next) this.#move(() => this.#run.timeline.seek(next));
    return next !== undefined;
  }

  /** Says why something was not done; the figure stays as it is. */
  refuse(sentence: string): void {
    this.pause();
    this.trouble.value = { sentence };
  }

  /** Says whose mistake an error is, and where; the figure stays as it is. */
  blame(error: unknown): void {
    this.pause();
    this.trouble.value = troubleOf(error, this.speaker);
  }

  #move(change: () => unknown): void {
    if (this.#attempt(change)) this.moves.value += 1;
  }

  /** Does something to the run and shows the result; on failure says why instead. */
  #attempt(change: () => unknown): boolean {
    try {
      change();
      this.trouble.value = undefined;
      this.#look();
      return true;
    } catch (error) {
      this.blame(error);
      return false;
    }
  }

  #look(): void {
    this.at.value = this.stops.value.before(this.position);
    const sentence = this.speaker.sentence(this.#run);
    if (sentence !== this.sentence.value) this.hush.sentence();
    this.sentence.value = sentence;
    this.drawing.show(this.speaker.scene(this.#run));
    this.shown.value = this.position;
  }
}

function troubleOf(error: unknown, speaker: Speaker): Trouble {
  const sentence = speaker.error(error);
  if (sentence === undefined) console.error(error);
  return error instanceof ProgramError ? { sentence, line: error.line, column: error.column } : { sentence };
}
