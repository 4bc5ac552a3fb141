import { number, type Options } from '../control.ts';
import { defineDemo } from '../demo.ts';
import type { PegMark, PinballFrame, ReleaseMark } from '../scene-pinball.ts';
import type { Fact, Scenes } from '../scene.ts';
import { Pinball, type PinballAnswer, type PinballPicture } from './pinball.ts';
import { readCalls } from './read.ts';
import { decisionOf, newest, passed, releases, snippetOf, versionOf, type Decision } from './recorded.ts';
import { pegs } from './snippets.ts';
import type { PinballWords } from './words.ts';

export const controls = { release: number({ initial: newest, min: releases[0]!, max: newest, step: 1 }) };

/** Bytes one call puts on the heap in one release, for the prose. */
const bytesOf = (call: string, release: number) => () => ({ value: decisionOf(call, release).bytes, unit: 'B' as const });

const program = (...calls: readonly string[]): string => calls.join('\n');

export default defineDemo({
  controls,
  presets: {
    sizes: { program: program('variableSlice(32)', 'variableSlice(33)', 'constantSlice()', 'bigSlice()', 'bigArray()', 'appendedSlice(4)', 'appendedSlice(5)', 'bytesOfString(string32)', 'bytesOfString(string33)'), still: { op: 0, moment: 3 } },
    lifetimes: { program: program('keepsPointer()', 'returnsPointer()', 'returnsValue()', 'toGlobal()', 'toChannel(c)', 'closureStays()', 'closureReturned()', 'deferred()', 'localMap()'), still: { op: 1, moment: 3 } },
    interfaces: { program: program('interfaceStays(256)', 'toInterface(256)', 'toInterface(255)', 'printed(256)', 'printed(255)'), still: { op: 3, moment: 3 } },
  },
  machine: ({ release }: Options<typeof controls>) => new Pinball(release),
  read: readCalls,
  view: 'pinball',
  legend: [],
  stays: true,
  draw,
  words: { en: () => import('./en.ts'), zh: () => import('./zh.ts') },
  claims: {
    variable33: { preset: 'sizes', of: bytesOf('variableSlice(33)', newest) },
    big: { preset: 'sizes', of: bytesOf('bigSlice()', newest) },
    printed256: { preset: 'interfaces', of: bytesOf('printed(256)', newest) },
    printed255: { preset: 'interfaces', of: bytesOf('printed(255)', newest) },
    string33Before: { preset: 'sizes', of: bytesOf('bytesOfString(string33)', 21) },
  },
  guess: { about: ({ call }) => decisionOf(call, newest).place !== 'table', read: readGuess, write: ({ place }) => place, choices: ['stack', 'heap'] },
});

function readGuess(text: string): PinballAnswer | undefined { return text === 'stack' || text === 'heap' ? { place: text } : undefined; }

function draw(picture: PinballPicture, words: PinballWords): Scenes['pinball'] {
  const decision = picture.told === 'all' ? picture.decision : undefined;
  return {
    marks: [...pegMarks(decision, words), ...releaseMarks(picture, words)],
    frame: frameOf(picture, words),
    facts: factsOf(picture, words),
  };
}

const pegMarks = (decision: Decision | undefined, words: PinballWords): readonly PegMark[] => pegs.map((peg, i) => {
  const turned = decision !== undefined && i === passed(decision);
  const did = turned ? 'turned' : decision && i < passed(decision) ? 'passed' : undefined;
  return { part: 'peg', key: `peg/${peg}`, label: words.pegs[peg], did, now: turned };
});

const releaseMarks = ({ call, told, release: chosen }: PinballPicture, words: PinballWords): readonly ReleaseMark[] => releases.map((release) => {
  const decision = call !== undefined && told === 'all' ? decisionOf(call, release) : undefined;
  const word = decision ? words.places[decision.place] : '';
  return { part: 'release', key: `go/${release}`, label: String(release), place: decision?.place, word, title: decision ? `Go 1.${release}: ${word}, ${words.cost(decision.bytes, decision.mallocs)}` : `Go 1.${release}`, chosen: release === chosen };
});

const ballAt = { stack: 'below', table: 'below', heap: 'heap' } as const;

function frameOf({ call, decision, told, release }: PinballPicture, words: PinballWords): PinballFrame {
  const snippet = call === undefined ? undefined : snippetOf(call);
  const place = told === 'all' && decision ? decision.place : undefined;
  return {
    name: call ?? '',
    cost: place && decision ? words.cost(decision.bytes, decision.mallocs) : '',
    code: snippet?.code ?? [],
    value: snippet?.value ?? '',
    asked: words.asked(versionOf(release)),
    said: decision && (told === 'words' || told === 'all') ? saidBy(decision, words) : [],
    heap: words.places.heap,
    below: place === 'table' ? words.places.table : words.places.stack,
    ball: place ? ballAt[place] : call === undefined ? undefined : 'above',
    releases: words.releases,
  };
}

const saidBy = ({ says }: Decision, { silent }: PinballWords): readonly string[] => (says === '' ? [silent] : says.split('\n'));

function factsOf({ call, decision, told }: PinballPicture, words: PinballWords): readonly Fact[] {
  if (call === undefined || decision === undefined) return [{ label: words.facts.call, value: words.none }];
  const said = told === 'code' ? [] : [{ label: words.facts.said, value: saidBy(decision, words).join('; ') }];
  const all = told === 'all' ? releases.map((release): Fact => ({ label: `Go 1.${release}`, value: words.places[decisionOf(call, release).place] })) : [];
  const place = told === 'all' ? [{ label: words.facts.place, value: `${words.places[decision.place]}, ${words.cost(decision.bytes, decision.mallocs)}` }] : [];
  return [{ label: words.facts.call, value: call }, ...said, ...place, ...all];
}
