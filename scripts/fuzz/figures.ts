import { deserialize, serialize } from 'node:v8';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { attempt, many, patience, type Ended, type Progress } from '../../components/player/attempt.ts';
import { Editor } from '../../components/player/Editor.tsx';
import { Player } from '../../components/player/Player.tsx';
import { Session } from '../../components/player/session.ts';
import { loadView, type View } from '../../components/player/view.ts';
import type { Demo, Input, Speaker } from '../../src/demos/demo.ts';
import { demos, loadDemo } from '../../src/demos/index.ts';
import { readLink, writeLink } from '../../src/demos/link.ts';
import { ProgramError } from '../../src/engine/machine.ts';
import { start, type Learnt, type Position } from '../../src/engine/timeline.ts';
import type { Locale } from '../../src/i18n/locales.ts';
import { loadPlayerWords } from '../../src/i18n/player.ts';
import { inBoth, type Bench, type Kind } from './bench.ts';
import { inLanguages } from './in-languages.ts';

const words = await inLanguages(loadPlayerWords);

interface Figure { readonly id: string; readonly demo: Demo; readonly speakers: Readonly<Record<Locale, Speaker>>; readonly view: View }

const figures = new Map(await Promise.all(Object.keys(demos).map(async (id): Promise<[string, Figure]> => {
  const demo = await loadDemo(id);
  const [en, zh, view] = await Promise.all([demo.speak('en'), demo.speak('zh'), loadView(demo.view)]);
  return [id, { id, demo, speakers: { en, zh }, view }];
})));
const all = [...figures.values()];

/** A program in the Worker; undefined where the page would have stopped it. */
function tried(demo: Demo, input: Input): Ended | undefined {
  let began = performance.now();
  const onRead = (): void => { began = performance.now(); };
  const onProgress = ({ done }: Progress): void => { if (performance.now() - began > patience && done < many) throw new ProgramError('endless', 'stopped', { line: 1 }); };
  const ended = attempt(demo, input, { onRead, onProgress });
  return typeof ended === 'object' && 'code' in ended && ended.code === 'endless' ? undefined : ended;
}

interface Opening { readonly figure: Figure; readonly locale: Locale; readonly input: Input; readonly at: Position | undefined; readonly refused: readonly string[] }

/** Opens a figure as its page does, there where it is asked for, and reads on in it. */
function open({ figure, locale, input, at, refused }: Opening, ended: Ended | undefined, bench: Bench): void {
  const { id, demo, speakers, view } = figure;
  const session = new Session(demo, speakers[locale], demo.input());
  const learnt = typeof ended === 'object' && 'learnt' in ended ? arrived(id, ended.learnt, bench) : undefined;
  if (input.program !== undefined) session.draft.value = input.program;
  if (ended === undefined) session.refuse(words[locale].endless);
  else if (ended === 'broken') bench.fault(`${id}: the program broke the engine`);
  else if (typeof ended === 'object' && 'code' in ended) session.blame(new ProgramError(ended.code, ended.message, ended, ended.args));
  else readOn(session, id, bench, () => session.open(input, at, learnt));
  if (refused.length > 0) session.refuse(words[locale].badLink(refused.join(', ')));
  if (session.trouble.value && session.trouble.value.sentence === undefined) bench.fault(`${id}: our fault`);
  bench.said(`${id} ${locale}`, session.sentence.value);
  const props = { id, locale, session, words: words[locale], view, moves: undefined };
  bench.shown(`${id} ${locale}`, bench.page(`${id}: drawn`, () => renderToString(h(Player, props))));
  if (demo.editable) bench.shown(`${id} editor ${locale}`, renderToString(h(Editor, { id, locale, session, words: words[locale] })));
}

/** What a Worker learnt, as it comes to the page. */
function arrived(id: string, learnt: Learnt, bench: Bench): Learnt {
  const sent = bench.worker(() => serialize(learnt));
  return bench.page(`${id}: from the Worker`, () => deserialize(sent) as Learnt);
}

/** Stands where it was asked to, then at the end, back, and forward again. */
function readOn(session: Session, id: string, bench: Bench, opened: () => boolean): void {
  if (!bench.page(`${id}: opened`, opened)) return;
  const { count } = session.stops.value;
  bench.page(`${id}: to the end`, () => session.scrub(count - 1));
  bench.page(`${id}: a step back`, () => session.back());
  bench.page(`${id}: a step`, () => session.step());
  bench.page(`${id}: half way`, () => session.scrub(Math.floor(count / 2)));
}

function bringLink(text: string, bench: Bench): void {
  const query = new URLSearchParams(text);
  const figure = figures.get(query.get('demo') ?? '');
  if (!figure) return;
  const { input, at, refused } = readLink(figure.demo, query);
  const ended = input.program === undefined ? 'fine' : bench.worker(() => tried(figure.demo, input));
  blame(ended, input.program, bench);
  for (const locale of inBoth) open({ figure, locale, input, at, refused }, ended, bench);
}

function blame(ended: Ended | undefined, program: string | undefined, bench: Bench): void {
  if (typeof ended === 'object' && 'code' in ended && program !== undefined) bench.blamed(ended, program);
}

/** Links to every figure as the book writes them: with a program, and with every option. */
function linksAsWritten(): readonly string[] {
  return all.flatMap(({ id, demo }) => [
    ...demo.presets.map((preset) => writeLink(id, demo, { ...demo.input(preset), ...(demo.editable ? { program: demo.programText(preset) } : {}) }, start).toString()),
    ...demo.presets.map((preset) => `demo=${id}&preset=${preset}&at=3.1&seed=7&${Object.keys(demo.controls).map((name) => `o.${name}=${String(demo.input(preset).options[name])}`).join('&')}`),
  ]);
}

/** First line the figure's name, then a program for it. */
function bringProgram(text: string, bench: Bench): void {
  const [id = '', ...rest] = text.split('\n');
  const figure = figures.get(id);
  if (!figure?.demo.editable) return;
  const input = { ...figure.demo.input(), program: rest.join('\n') };
  const ended = bench.worker(() => tried(figure.demo, input));
  blame(ended, input.program, bench);
  for (const locale of inBoth) open({ figure, locale, input, at: undefined, refused: [] }, ended, bench);
}

const programs = (): readonly string[] => all.filter(({ demo }) => demo.editable)
  .flatMap(({ id, demo }) => demo.presets.flatMap((preset) => demo.programText(preset) ?? []).map((program) => `${id}\n${program}`));

const once = <Result>(make: () => Result): (() => Result) => {
  let made: Result | undefined;
  return () => (made ??= make());
};

export const link: Kind = { name: 'links', samples: once(linksAsWritten), tokens: ['&at=0.0', '&at=9999999.999999', '&seed=0', '&program=', '&preset=', '&demo=', '%00', '%ff', '%', '&o.=1', '+', '&&', '='], longest: 100_000, bring: bringLink };
export const program: Kind = { name: 'programs', samples: once(programs), tokens: [...new Set(programs().flatMap((text) => text.split(/\s+/)))], longest: 400_000, bring: bringProgram };
