import { formatNumber } from '../../i18n/quantity.ts';
import type { Change, Facet, Subject } from '../changes.ts';
import type { Words } from '../tables/table.ts';
import { subjects } from './subjects.ts';
import { same } from './values.ts';

/** One line of what changed: what, how it was, how it is. */
export interface Row { readonly what: Words; readonly from: Words; readonly to: Words }

/** The lines of one subject in one release. `before` and `after` are all traits of the release before, and of this one. */
export function rowsOf(subject: Subject, changes: readonly Change[], before: readonly Facet[], after: readonly Facet[]): Row[] {
  const { trait, value } = subjects[subject];
  if (subject === 'append') return changes.map(({ name, from, to }) => ({ what: trait(name), ...parted(String(from), String(to)) }));
  const lines = subject.startsWith('rounding') ? requests(stepsOf(before, subject), stepsOf(after, subject)) : [...changes].sort(byName);
  return lines.map(({ name, from, to }) => ({ what: trait(name), from: value(from), to: value(to) }));
}

const byName = (a: Change, b: Change): number => a.name.localeCompare(b.name, 'en', { numeric: true });

/** A line before it has words. */
type Line = Pick<Change, 'name' | 'from' | 'to'>;
/** From `from` bytes on, a request is given `room` bytes. */
interface Step { readonly from: number; readonly room: number }

function stepsOf(facets: readonly Facet[], of: Subject): Step[] {
  return facets.filter(({ subject }) => subject === of).map(({ name, value }) => ({ from: Number(name.replace('from ', '')), room: Number(value) }));
}

/** The ranges of requests that are given another room than before. */
function requests(before: readonly Step[], after: readonly Step[]): Line[] {
  const edges = [...new Set([...before, ...after].map(({ from }) => from))].sort((a, b) => a - b);
  return edges.flatMap((edge, i) => {
    const [from, to] = [roomAt(before, edge), roomAt(after, edge)];
    const next = edges[i + 1];
    return from === to ? [] : [{ name: next === undefined ? `${edge}` : `${edge}–${next - 1}`, from, to }];
  });
}

const roomAt = (steps: readonly Step[], n: number): number | null => steps.findLast(({ from }) => from <= n)?.room ?? null;

/** Entries shown of a list, from the last common one on. */
const shown = 6;

/** Two lists of numbers from where they part. */
function parted(from: string, to: string): { from: Words; to: Words } {
  const [old, now] = [from.split(' '), to.split(' ')];
  const part = old.findIndex((entry, i) => entry !== now[i]);
  const first = Math.max(0, (part < 0 ? old.length : part) - 1);
  return { from: excerpt(old, first), to: excerpt(now, first) };
}

function excerpt(list: readonly string[], first: number): Words {
  const part = list.slice(first, first + shown).map((entry) => formatNumber(Number(entry)));
  return same([...(first > 0 ? ['…'] : []), ...part, ...(first + shown < list.length ? ['…'] : [])].join(' '));
}
