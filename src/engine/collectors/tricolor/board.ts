import { ProgramError, type Machine } from '../../machine.ts';
import { explore, successors, type Verdict } from '../explore.ts';
import { lost } from './collector.ts';
import type { Rules } from './rules.ts';
import type { Step } from './steps.ts';
import { black, gone, grey, Layout, nil, registersOf, type World } from './world.ts';

/** A heap to play on: its objects, what points where, and how far the collector has come. Objects by number, 0 the global. */
export interface Board {
  /** Targets of each object's fields. */
  readonly fields: readonly (readonly number[])[];
  readonly registers: readonly number[];
  readonly grey: readonly number[];
  readonly black: readonly number[];
  readonly stackScanned: boolean;
}

/** A step, or all steps of the collector up to the end of its marking. */
export type BoardOp = Step | { readonly do: 'finish marking' };

export type BoardEvent =
  | { readonly kind: 'moved'; readonly step: Step; readonly shaded: readonly number[] }
  | { readonly kind: 'scanned'; readonly step: Step; readonly shaded: readonly number[] }
  | { readonly kind: 'swept'; readonly freed: readonly number[] }
  | { readonly kind: 'lost'; readonly freed: readonly number[]; readonly lost: readonly number[] };

/** Objects that a step took although the program can still reach them, and what may come of the rest. */
export interface BoardAnswer { readonly lost: readonly number[]; readonly outlook: Outlook }

export type Color = 'white' | 'grey' | 'black' | 'gone';

/** What the explorer says of the steps that remain: a shortest loss, none in all so many states there are, none that it found, lost already, or marking is over. */
export type Outlook = { readonly loss: readonly Step[] } | { readonly proved: number } | 'none found' | 'lost' | 'over';

/** How an outlook is had: by trying so many states each time, or from a proof over all states of the board. */
export type Foresight = { readonly tries: number } | { readonly proved: number };

export interface BoardPicture {
  readonly objects: readonly { readonly color: Color; readonly fields: readonly number[]; readonly lost: boolean }[];
  readonly registers: readonly number[];
  readonly stackScanned: boolean;
  readonly marking: boolean;
  /** What may come of it. */
  readonly outlook: Outlook;
  /** The steps that may be taken. */
  readonly steps: readonly Step[];
  /** Where swept objects pointed from: fields and registers whose target is gone. */
  readonly dangling: readonly { readonly object: number; readonly field: number }[];
}

const colors: readonly Color[] = ['white', 'grey', 'black', 'gone'];

/** One mutator and one collector on a small heap, step by step: the very steps that `explore` tries. */
export class BoardMachine implements Machine<BoardOp, BoardEvent, BoardAnswer, BoardPicture, readonly number[]> {
  readonly #layout: Layout;
  readonly #rules: Rules;
  readonly #foresight: Foresight;
  #world: World;

  constructor(board: Board, rules: Rules, foresight: Foresight = { tries: 0 }) {
    this.#rules = rules;
    this.#foresight = foresight;
    this.#layout = new Layout({ fields: board.fields.map((targets) => targets.length), mutators: 1, registers: board.registers.length }, rules.cycles);
    this.#world = setUp(this.#layout, board);
  }

  *run(op: BoardOp): Generator<BoardEvent, BoardAnswer, void> {
    if (op.do !== 'finish marking') return yield* this.#step(op);
    for (;;) {
      const step = this.#nextOfCollector();
      if (!step) return { lost: [], outlook: this.#outlook() };
      const answer = yield* this.#step(step);
      if (step.do === 'terminate') return answer;
    }
  }

  apply(op: BoardOp): BoardAnswer {
    const moments = this.run(op);
    let next = moments.next();
    while (!next.done) next = moments.next();
    return next.value;
  }

  save(): readonly number[] { return [...this.#world]; }
  load(saved: readonly number[]): void { this.#world = Int8Array.from(saved); }

  /** The steps that may come next. Once something is lost, none. */
  steps(): readonly Step[] {
    if (lost(this.#layout, this.#world).length > 0) return [];
    return successors(this.#layout, this.#rules, this.#world).map(({ step }) => step);
  }

  /** Every interleaving from here. */
  explore(most?: number): Verdict { return explore(this.#layout, this.#rules, [this.#world], most); }

  #outlook(): Outlook {
    if (lost(this.#layout, this.#world).length > 0) return 'lost';
    if (this.#world[this.#layout.phase] === 0) return 'over';
    if ('proved' in this.#foresight) return this.#foresight;
    const { tries } = this.#foresight;
    const { loss, states } = this.explore(tries);
    if (loss) return { loss: loss.steps };
    return states < tries ? { proved: states } : 'none found';
  }

  picture(): BoardPicture {
    const { objects, firstField, colors: at } = this.#layout;
    const taken = lost(this.#layout, this.#world);
    const each = Array.from({ length: objects }, (_, object) => ({
      color: colors[this.#world[at + object]!]!,
      fields: [...this.#world.subarray(firstField[object], firstField[object + 1])],
      lost: taken.includes(object),
    }));
    return {
      objects: each,
      registers: [...registersOf(this.#layout, this.#world, 0)],
      stackScanned: this.#world[this.#layout.scanned] === 1,
      marking: this.#world[this.#layout.phase] === 1,
      outlook: this.#outlook(),
      steps: this.steps(),
      dangling: each.flatMap(({ fields }, object) => fields.flatMap((target, field) => (target !== nil && each[target]!.color === 'gone' ? [{ object, field }] : []))),
    };
  }

  /** Takes a step that may be taken, and says what became grey. */
  *#step(step: Step): Generator<BoardEvent, BoardAnswer, void> {
    const wanted = JSON.stringify(step);
    const next = lost(this.#layout, this.#world).length > 0 ? undefined : successors(this.#layout, this.#rules, this.#world).find((each) => JSON.stringify(each.step) === wanted);
    if (!next) throw new ProgramError('illegal', `No such step here: ${wanted}`, { line: 1 }, { step: wanted });
    const before = this.#world;
    this.#world = next.world;
    const taken = lost(this.#layout, next.world);
    yield this.#event(step, before, taken);
    return { lost: taken, outlook: this.#outlook() };
  }

  #event(step: Step, before: World, taken: readonly number[]): BoardEvent {
    const changed = (color: number): number[] => Array.from({ length: this.#layout.objects }, (_, object) => object)
      .filter((object) => this.#world[this.#layout.colors + object] === color && before[this.#layout.colors + object] !== color);
    if (step.do === 'terminate') return taken.length > 0 ? { kind: 'lost', freed: changed(gone), lost: taken } : { kind: 'swept', freed: changed(gone) };
    return { kind: 'mutator' in step && step.do !== 'scan stack' ? 'moved' : 'scanned', step, shaded: changed(grey) };
  }

  #nextOfCollector(): Step | undefined {
    return this.steps().find((step) => !('mutator' in step) || step.do === 'scan stack');
  }
}

function setUp(layout: Layout, board: Board): World {
  const world = layout.empty(true);
  for (const [object, targets] of board.fields.entries()) {
    for (const [field, target] of targets.entries()) world[layout.firstField[object]! + field] = target;
  }
  for (const [register, target] of board.registers.entries()) world[layout.registers + register] = target;
  for (const object of board.grey) world[layout.colors + object] = grey;
  for (const object of board.black) world[layout.colors + object] = black;
  world[layout.scanned] = Number(board.stackScanned);
  world[layout.phase] = Number(board.grey.length + board.black.length > 0);
  return world;
}
