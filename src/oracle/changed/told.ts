import { changes, facets, type Change, type Facet, type Recordings, type Subject } from '../changes.ts';
import { recordingFiles } from '../versions.ts';
import { reasons, unseen, type Reason, type TopicId } from './reasons.ts';
import { rowsOf, type Row } from './rows.ts';
import { subjects, type Telling } from './subjects.ts';
import { topics, type Topic } from './topics.ts';

/** One release beside the one before it. */
export interface ToldRelease {
  /** `1.26`. */
  readonly release: string;
  /** The very versions that were compared: `1.26.11` beside `1.25.14`. */
  readonly go: string;
  readonly beside: string;
  readonly topics: readonly ToldTopic[];
  /** What changed inside, out of sight of the recorded programs. */
  readonly unseen: Reason | undefined;
}

/** What changed in one topic, and why. */
export interface ToldTopic { readonly topic: Topic & { readonly id: TopicId }; readonly why: Reason | undefined; readonly parts: readonly ToldSubject[] }

/** What changed in one subject: its lines, and the file they were recorded in. */
export interface ToldSubject {
  readonly subject: Subject;
  readonly telling: Telling;
  readonly rows: readonly Row[];
  readonly file: string;
}

/** What the page tells, newest release first. */
export function told(recordings: Recordings): ToldRelease[] {
  const [versions, all] = [facets(recordings), changes(recordings)];
  const patches = recordings.startup.rows.map(({ go }) => go.replace('go', ''));
  return [...versions.keys()].slice(1).map((release, i): ToldRelease => ({
    release,
    go: patches[i + 1]!,
    beside: patches[i]!,
    topics: toldTopics(release, all.filter(({ since }) => since === release), [...versions.values()][i]!, versions.get(release)!),
    unseen: unseen[release],
  })).reverse();
}

function toldTopics(release: string, changed: readonly Change[], before: readonly Facet[], after: readonly Facet[]): ToldTopic[] {
  const visible = changed.filter((change) => !isOfArena(change, changed));
  return topics.flatMap((topic) => {
    const parts = topic.subjects.flatMap((subject) => {
      const of = visible.filter((change) => change.subject === subject);
      return of.length === 0 ? [] : [toldSubject(subject, rowsOf(subject, of, before, after))];
    });
    return parts.length === 0 ? [] : [{ topic, why: reasons[release]?.[topic.id], parts }];
  });
}

function toldSubject(subject: Subject, rows: readonly Row[]): ToldSubject {
  const telling = subjects[subject];
  return { subject, telling, rows, file: recordingFiles[telling.recording] };
}

/** A heapArena of another size is mapped by another call; that is told once, as the size. */
function isOfArena({ subject, name }: Change, all: readonly Change[]): boolean {
  if (subject !== 'startup') return false;
  return all.some((change) => change.subject === 'heapArena' && [change.from, change.to].includes(Number(name.split(' ')[1])));
}
