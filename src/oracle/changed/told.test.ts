import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changes, facets } from '../changes.ts';
import { anchorOf, knownAnchor } from './anchor.ts';
import { reasons, unseen } from './reasons.ts';
import { recorded } from './recorded.ts';
import { told, type ToldRelease, type ToldTopic } from './told.ts';
import { subjects } from './subjects.ts';
import { topics, type Topic } from './topics.ts';

const releases = told(recorded);
const of = (release: string): ToldRelease => releases.find((each) => each.release === release)!;
const topicOf = (release: string, id: string): ToldTopic => of(release).topics.find(({ topic }) => topic.id === id)!;
/** Lines of a topic as one would read them aloud. */
const read = (release: string, id: string, locale: 'en' | 'zh' = 'en'): string[] =>
  topicOf(release, id).parts.flatMap(({ rows }) => rows.map(({ what, from, to }) => `${what[locale]}: ${from[locale]} -> ${to[locale]}`));

describe('what the page tells', () => {
  test('every release that was recorded, newest first, beside the one before it', () => {
    expect(releases.map(({ release }) => release)).toEqual(['1.27', '1.26', '1.25', '1.24', '1.23', '1.22', '1.21', '1.20', '1.19', '1.18', '1.17', '1.16']);
    for (const [i, { go, beside }] of releases.slice(0, -1).entries()) expect(beside, go).toBe(releases[i + 1]!.go);
  });

  test('sentences a Go programmer can check: heap base, header, append, goals', () => {
    expect(read('1.26', 'base')).toEqual(['first mapping: 0xc000000000 -> random']);
    expect(read('1.22', 'arena', 'zh')).toEqual(['一个 heapArena: 1,133,584 字节 -> 68,624 字节']);
    expect(read('1.22', 'sizes')).toEqual(expect.arrayContaining(['1,024 bytes with pointers: 1,024 bytes -> 1,152 bytes', '513 to 568 bytes: 576 bytes -> 568 bytes', '569 to 576 bytes: 576 bytes -> 632 bytes']));
    expect(read('1.18', 'append')[0]).toBe('int64: … 512 1,024 1,280 1,696 2,304 3,072 … -> … 512 848 1,280 1,792 2,560 3,408 …');
    expect(read('1.18', 'goals', 'zh')).toEqual(['存活 16 MiB，外加一个很深的栈: 32.1 MiB -> 64.3 MiB']);
    expect(read('1.17', 'growth')).toContain('with 1 MiB held: 65,536 KiB -> 4,096 KiB');
    expect(read('1.16', 'sizes')).toContain('17 to 24 bytes: 32 bytes -> 24 bytes');
  });

  test('a release without a visible difference says what it did inside', () => {
    expect(of('1.27').topics).toEqual([]);
    expect(of('1.27').unseen?.at).toContain('SizeSpecializedMalloc');
  });

  test('a heapArena of another size is told once, not as system calls too', () => {
    expect(of('1.20').topics.map(({ topic }) => topic.id)).toEqual(['arena']);
  });

  test('each subject of each release that changed, with the file it was recorded in', () => {
    const changed = changes(recorded).filter(({ since, subject }) => !(subject === 'startup' && ['1.16', '1.20', '1.22'].includes(since)));
    const found = releases.flatMap(({ release, topics: list }) => list.flatMap(({ parts }) => parts.map(({ subject, file }) => ({ release, subject, file }))));
    expect(new Set(found.map(({ release, subject }) => `${release} ${subject}`))).toEqual(new Set(changed.map(({ since, subject }) => `${since} ${subject}`)));
    for (const { file } of found) expect(existsSync(`oracle/recordings/${file}`), file).toBe(true);
  });
});

describe('words', () => {
  test('every subject stands in one topic', () => {
    expect(topics.flatMap((topic: Topic) => topic.subjects).toSorted()).toEqual(Object.keys(subjects).toSorted());
  });

  test('every trait ever recorded has words in both languages', () => {
    for (const { subject, name } of [...facets(recorded).values()].flat()) {
      const { trait, value } = subjects[subject];
      if (!subject.startsWith('rounding')) expect(Object.values(trait(name)).every(Boolean), `${subject} ${name}`).toBe(true);
      expect(Object.values(value(null)).every(Boolean)).toBe(true);
    }
  });

  test('a trait that nobody foresaw is named by the error, with where to add it', () => {
    expect(() => subjects['heap goal'].trait('32 MiB live')).toThrow('src/oracle/changed has no words for "32 MiB live"');
  });

  test('every reason belongs to a change that was recorded', () => {
    for (const [release, byTopic] of Object.entries(reasons)) {
      expect(of(release).topics.map(({ topic }) => topic.id), release).toEqual(expect.arrayContaining(Object.keys(byTopic)));
    }
    for (const release of Object.keys(unseen)) expect(of(release).topics, release).toEqual([]);
  });

  test('no reason states a number of its own', () => {
    const texts = [...Object.values(reasons).flatMap((byTopic) => Object.values(byTopic)), ...Object.values(unseen)].flatMap((reason) => Object.values<string>(reason?.text ?? {}));
    expect(texts.filter((text) => /\d/.test(text))).toEqual([]);
  });
});

test('a release of the page has an anchor, with or without its patch; others have none', () => {
  expect(['1.26', '1.26.11', '1.15', '1.12'].map(knownAnchor)).toEqual(['go-1-26', 'go-1-26', undefined, undefined]);
  expect(anchorOf('1.26')).toBe('go-1-26');
});
