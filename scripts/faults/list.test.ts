import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { patched } from '../patch.ts';
import { faults, mustBeSeen } from './list.ts';
import { groupsOf, importing } from './reach.ts';

test('there are fifty faults, each with a name of its own and a sentence, and each can be made', () => {
  expect(faults).toHaveLength(50);
  expect(mustBeSeen).toBe(48);
  expect(new Set(faults.map(({ name }) => name)).size).toBe(50);
  expect(faults.filter(({ what }) => !/^[A-Z].*\.$/.test(what))).toEqual([]);
  const same = faults.filter((fault) => { const text = readFileSync(fault.file, 'utf8'); return patched(text, fault) === text; });
  expect(same).toEqual([]);
});

test('whatever is looked at is there: figures, pages, browser tests, unit tests', () => {
  const specs = globSync('e2e/**/*.spec.ts').map((path) => `${path.replaceAll('\\', '/')} ${readFileSync(path, 'utf8')}`);
  for (const { name, figures, pages = [], seenBy, file, unit } of faults) {
    for (const id of figures) expect(existsSync(`e2e/demos/${id}.spec.ts`) || existsSync(`src/demos/${id}/demo.ts`), name).toBe(true);
    for (const page of pages) expect(existsSync(`src/pages/[lang]/${page}`), name).toBe(true);
    for (const { files } of seenBy ?? []) for (const each of files) expect(specs.some((spec) => spec.startsWith(`e2e/${each}`)), `${name}: ${each}`).toBe(true);
    if (unit) expect(importing('.', file, unit.files).length, name).toBeGreaterThan(0);
  }
});

test('faults share a book only where neither lies in what the other’s figures stand on', () => {
  const byName = (name: string) => faults.find((fault) => fault.name === name)!;
  const [pinball, icicle, tide, tags] = ['pinball: titles of another release', 'icicle: nothing is wasted', 'tide: a meaning is not in the legend', 'tags: arrows point to where they come from'].map(byName);
  expect(groupsOf('.', [pinball!, icicle!, tags!])).toEqual([[pinball, icicle, tags]]);
  expect(groupsOf('.', [tide!, byName('strips: a search leaves no mark')]), 'tide is drawn in strips').toHaveLength(2);
  expect(groupsOf('.', [byName('the slider is frozen'), pinball!, byName('claims ignore their options'), byName('colours: black is white')]), 'the player, all demos, all styles').toHaveLength(4);
  expect(groupsOf('.', ['sentences are silent', 'the slider says a bare number', 'a hidden page plays on'].map(byName)).map((group) => group.map(({ beside }) => beside)), 'those that say so').toEqual([['keys', 'keys'], ['words']]);
  const names = groupsOf('.', faults).flat().map(({ name }) => name);
  expect(names.sort()).toEqual(faults.map(({ name }) => name).sort());
});
