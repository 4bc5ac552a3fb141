import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linuxObjects, linuxStart, type LinuxObject } from './linux-heap.ts';
import { readRecording } from './recording.ts';
import { scriptOf, type Script } from './script.ts';

const scripts = (group: string): Script[] => readRecording('script@1', JSON.parse(readFileSync(`oracle/recordings/scripts/${group}.json`, 'utf8'))).rows.map(scriptOf);
const [atStart, afterCollection] = scripts('at-rest');
const start = linuxStart(atStart!, afterCollection!);

type Objects = readonly (LinuxObject | undefined)[];

const ours = ({ program }: Script, slept?: number): Objects => linuxObjects(start, program, slept);

const real = ({ program, answers }: Script): Objects => answers.map((answer, i) => (program[i]!.do === 'allocate' || program[i]!.do === 'typed' ? answer as LinuxObject : undefined));

const addresses = (objects: Objects): string => String(objects.map((object) => object?.addr));

describe.each([['allocation', 18], ['tiny', 4], ['reuse', 5]])('every address of the %s scripts that were recorded on linux is ours, and the span it lies in', (group, count) => {
  const all = scripts(group);

  test('all of them are kept', () => { expect(all).toHaveLength(count); });

  test.each(all)('$name', (script) => {
    const theirs = real(script);
    // The one thing not known: the collection at which the scavenger's timer took 16 bytes, if any did.
    const collections = script.program.filter(({ do: what }) => what === 'collect').length;
    const slept = Array.from({ length: collections }, (_, i) => i + 1).find((at) => addresses(ours(script, at)) === addresses(theirs));
    expect(ours(script, slept)).toEqual(theirs);
    expect(theirs.filter(Boolean).length).toBeGreaterThan(10);
  });
});

test('at its first collection the runtime makes two objects of its own', () => {
  expect(start.own.map((op) => (op.do === 'allocate' ? op.size : op))).toEqual([480, 512]);
});
