import { EngineError, ProgramError, type Machine, type Real } from '../engine/machine.ts';
import { Timeline, type Position } from '../engine/timeline.ts';
import type { RuntimeAnswer, RuntimeOp } from '../oracle/go-runtime/operations.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Quantity } from '../i18n/quantity.ts';
import { initialValues, type Controls, type Options, type Values } from './control.ts';
import type { DemoWords, Kinded } from './demo-words.ts';
import type { Guess, GuessWords, HelpTool, Moves } from './play.ts';
import type { Meaning, Scene, Scenes, ViewName } from './scene.ts';

/** A program as written by a reader: its operations, and the line each stands on (from 1). */
export interface Program<Op> { readonly ops: readonly Op[]; readonly lines: readonly number[] }

/** One ready-made run. `still` is the picture printed on the page, `'end'` the last one. */
export interface Preset<C extends Controls, Op> {
  readonly options?: Partial<Options<C>>;
  readonly seed?: number;
  readonly program: string | ((options: Options<C>) => readonly Op[]);
  readonly still: Position | 'end';
}

export type { DemoWords } from './demo-words.ts';

/** A finished run of a preset: what claims are computed from. */
export interface Finished<Answer, Picture> { readonly answers: readonly Answer[]; readonly picture: Picture }

/** A named quantity the prose leans on. */
export interface ClaimSpec<Answer, Picture, Presets extends string> {
  readonly preset: Presets;
  readonly of: (run: Finished<Answer, Picture>) => Quantity;
}

/** How the live Go runtime is asked what our machine was asked, and its answers read as ours. */
export interface Live<Op, Answer> {
  readonly ask: (program: readonly Op[]) => readonly RuntimeOp[];
  readonly read: (answers: readonly RuntimeAnswer[], program: readonly Op[]) => readonly Answer[];
}

/** What an author writes. */
export interface DemoSpec<C extends Controls, Presets extends string, Op, Event extends Kinded, Answer, Picture, View extends ViewName, Words extends DemoWords<C, Presets, Op, Event, Answer>> {
  readonly controls: C;
  readonly presets: { readonly [Name in Presets]: Preset<C, Op> };
  readonly machine: (options: Options<C>, seed: number) => Machine<Op, Event, Answer, Picture>;
  /** Given, readers may write programs of their own. */
  readonly read?: (text: string) => Program<Op>;
  readonly view: View;
  /** The meanings the drawing uses, for its legend. */
  readonly legend: readonly Meaning[];
  /** Nothing is worth a stop between operations. */
  readonly quiet?: boolean;
  /** Another value of a control leaves the reader at the same step. */
  readonly stays?: boolean;
  readonly draw: (picture: Picture, words: Words, at: { readonly options: Options<C>; readonly event: Event | undefined }) => Scenes[View];
  readonly words: { readonly [Language in Locale]: () => Promise<{ readonly default: Words }> };
  readonly claims: Readonly<Record<string, ClaimSpec<Answer, Picture, NoInfer<Presets>>>>;
  readonly guess?: Guess<Op, Answer>;
  /** Given, a reader may build the program move by move. Needs `read`. */
  readonly moves?: Moves<Op, Picture>;
  /** Given, a reader may go on with the program by touching the drawing: the line an operation is written as. Needs `read`. */
  readonly sketch?: (op: Op) => string;
  /** The real Go runtime can answer any program. */
  readonly live?: Live<Op, Answer>;
  /** The picture after `ops`, had the real `answers` been ours: drawn beside ours where they first differ. */
  readonly withAnswers?: (picture: Picture, answers: readonly Answer[], ops: readonly Op[]) => Picture;
  /** A recording that answers a preset's program. */
  readonly check?: { readonly [Name in NoInfer<Presets>]?: () => Promise<Real<Op, Answer>> };
}

/** What a reader chose. */
export interface Input { readonly preset: string; readonly options: Values; readonly seed: number; readonly program?: string | undefined }

/** A demo opened on an input: a timeline with its types sealed in. */
export interface Run {
  readonly input: Input;
  readonly timeline: Timeline<unknown, Kinded, unknown, unknown>;
  readonly still: Position;
}

/** A demo's words in one language, bound to the demo. */
export interface Speaker {
  readonly title: string;
  readonly caption: string;
  readonly handling: string | undefined;
  readonly help: string | undefined;
  readonly helpTool: HelpTool | undefined;
  readonly guess: GuessWords<unknown> | undefined;
  readonly kinds: Readonly<Record<string, string>>;
  controlName(name: string): string;
  choiceName(value: string): string;
  presetName(name: string): string;
  /** The same, while a reader's settings are not the example's. */
  alteredName(name: string): string;
  /** The sentence of the present position. */
  sentence(run: Run): string;
  scene(run: Run): Scene;
  /** The present picture with the real `answers` to the operations done; undefined where the demo cannot draw them. */
  realScene(run: Run, answers: readonly unknown[]): Scene | undefined;
  answer(op: unknown, answer: unknown): string;
  /** Why a program could not be read or run; undefined when the fault is ours. */
  error(error: unknown): string | undefined;
}

/** What pages, tests, player and gallery use: a demo with its own types sealed in. */
export interface Demo {
  readonly controls: Controls;
  readonly presets: readonly string[];
  readonly editable: boolean;
  readonly view: ViewName;
  readonly legend: readonly Meaning[];
  readonly quiet: boolean;
  readonly stays: boolean;
  /** The first preset with its options, or another by name. */
  input(preset?: string): Input;
  open(input: Input): Run;
  /** The text of a preset's program; undefined when it is not written as text. */
  programText(preset: string): string | undefined;
  speak(locale: Locale): Promise<Speaker>;
  readonly claims: Readonly<Record<string, () => Quantity>>;
  /** Whether there is a recording behind a preset. */
  hasReal(preset: string): boolean;
  readonly guess: Guess<unknown, unknown> | undefined;
  readonly moves: Moves<unknown, unknown> | undefined;
  readonly sketch: ((op: unknown) => string) | undefined;
  /** How to ask the live Go runtime, if it can answer this demo. */
  readonly live: Live<unknown, unknown> | undefined;
  /** The recording behind a preset, if there is one. */
  real(preset: string): Promise<Real<unknown, unknown>> | undefined;
}

/** Checks an author's types, then seals them, so that a list of demos needs no casts. */
export function defineDemo<C extends Controls, Presets extends string, Op, Event extends Kinded, Answer, Picture, View extends ViewName, Words extends DemoWords<C, Presets, Op, Event, Answer>>(
  spec: DemoSpec<C, Presets, Op, Event, Answer, Picture, View, Words>,
): Demo {
  const names = Object.keys(spec.presets) as Presets[];
  const input = (name: string = names[0]!): Input => presetInput(spec.controls, name, presetOf(spec.presets, name));
  const open = (chosen: Input): Run => openRun(spec, chosen) as unknown as Run;
  const claims = Object.entries(spec.claims).map(([name, claim]) => [name, () => claim.of(finish(openRun(spec, input(claim.preset))))]);
  return {
    controls: spec.controls,
    presets: names,
    editable: spec.read !== undefined,
    view: spec.view,
    legend: spec.legend,
    quiet: spec.quiet ?? false,
    stays: spec.stays ?? false,
    input,
    open,
    programText: (name) => textOf(presetOf(spec.presets, name)),
    speak: async (locale) => speaker(spec, (await spec.words[locale]()).default) as unknown as Speaker,
    claims: Object.fromEntries(claims),
    hasReal: (name) => spec.check?.[name as Presets] !== undefined,
    moves: spec.moves as Moves<unknown, unknown> | undefined,
    sketch: spec.sketch as ((op: unknown) => string) | undefined,
    guess: spec.guess as Guess<unknown, unknown> | undefined,
    live: spec.live as Live<unknown, unknown> | undefined,
    real: (name) => spec.check?.[name as Presets]?.() as Promise<Real<unknown, unknown>> | undefined,
  };
}

type TypedRun<Op, Event extends Kinded, Answer, Picture> = Omit<Run, 'timeline'> & { readonly timeline: Timeline<Op, Event, Answer, Picture> };

const textOf = ({ program }: { readonly program: unknown }): string | undefined => (typeof program === 'string' ? program : undefined);

function presetOf<P extends string, Value>(presets: { readonly [Name in P]: Value }, name: string): Value {
  if (name in presets) return presets[name as P];
  throw new EngineError(`no preset "${name}"; there are: ${Object.keys(presets).join(', ')}`);
}

const presetInput = <C extends Controls, Op>(controls: C, preset: string, { options, seed = 1 }: Preset<C, Op>): Input =>
  ({ preset, options: { ...initialValues(controls), ...(options as Values) }, seed });

function openRun<C extends Controls, Presets extends string, Op, Event extends Kinded, Answer, Picture, View extends ViewName, Words extends DemoWords<C, Presets, Op, Event, Answer>>(
  spec: DemoSpec<C, Presets, Op, Event, Answer, Picture, View, Words>, input: Input,
): TypedRun<Op, Event, Answer, Picture> {
  const preset = presetOf(spec.presets, input.preset);
  const options = input.options as Options<C>;
  const { ops, lines } = programOf(spec.read, preset, options, input.program);
  const still = preset.still === 'end' ? { op: ops.length, moment: 0 } : preset.still;
  return { input, timeline: new Timeline(spec.machine(options, input.seed), ops, lines), still };
}

function programOf<C extends Controls, Op>(read: ((text: string) => Program<Op>) | undefined, { program }: Preset<C, Op>, options: Options<C>, written: string | undefined): Program<Op> {
  const text = written ?? program;
  if (typeof text !== 'string') return { ops: text(options), lines: [] };
  if (!read) throw new EngineError('a program in text needs a reader');
  return read(text);
}

function finish<Op, Event extends Kinded, Answer, Picture>({ timeline }: TypedRun<Op, Event, Answer, Picture>): Finished<Answer, Picture> {
  return { answers: timeline.finish(), picture: timeline.picture() };
}

function speaker<C extends Controls, Presets extends string, Op, Event extends Kinded, Answer, Picture, View extends ViewName, Words extends DemoWords<C, Presets, Op, Event, Answer>>(
  spec: DemoSpec<C, Presets, Op, Event, Answer, Picture, View, Words>, words: Words,
) {
  return {
    title: words.title,
    caption: words.caption,
    handling: words.handling,
    help: words.help,
    helpTool: words.helpTool,
    guess: words.guess,
    kinds: words.kinds,
    controlName: (name: keyof C) => words.controls[name],
    choiceName: (value: string) => words.choices[value] ?? value,
    presetName: (name: Presets) => words.presets[name],
    alteredName: (name: Presets) => words.altered?.[name] ?? words.presets[name],
    answer: words.answer,
    sentence: ({ timeline }: TypedRun<Op, Event, Answer, Picture>) => sentence(timeline, words),
    scene: ({ timeline, input }: TypedRun<Op, Event, Answer, Picture>) =>
      spec.draw(timeline.picture(), words, { options: input.options as Options<C>, event: timeline.event }),
    realScene: ({ timeline, input }: TypedRun<Op, Event, Answer, Picture>, answers: readonly Answer[]) =>
      spec.withAnswers && spec.draw(spec.withAnswers(timeline.picture(), answers, timeline.program.slice(0, answers.length)), words, { options: input.options as Options<C>, event: undefined }),
    error: (error: unknown) => (error instanceof ProgramError ? words.errors[error.code]?.(error.args) ?? error.message : undefined),
  };
}

/** After an event, its sentence; between operations, the last answer and what comes next. */
function sentence<C extends Controls, Presets extends string, Op, Event extends Kinded, Answer, Picture>(
  timeline: Timeline<Op, Event, Answer, Picture>, words: DemoWords<C, Presets, Op, Event, Answer>,
): string {
  const { event, position: { op }, program } = timeline;
  if (event) return words.events[event.kind as Event['kind']](event as never);
  const answered = timeline.answer(op - 1);
  const before = op > 0 && answered !== undefined ? words.answer(program[op - 1]!, answered) : '';
  const ended = program.length === 0 ? words.blank ?? words.end : words.end;
  const after = timeline.atEnd ? ended : words.op(program[op]!);
  return [before, after].filter(Boolean).join(before.endsWith('。') ? '' : ' ');
}
