/** Prometheus' text format 0.0.4 and OpenMetrics 1.0, one sample a line: `name{label="value"} 1.5e+07 1395066363000`. */
import { damageAt, quoted } from '../damage.ts';
import { cutFields, type Line } from '../lines.ts';
import { toldAt } from './number.ts';
import { nothing, type Labels, type Read } from './told.ts';

const comment = /^#\s{1,8}(?:HELP|TYPE|UNIT|EOF)\b/;
const sample = /^\s{0,8}([a-zA-Z_:][\w:]{0,200})(?=[{\s])/;
/** Labels, or a collector's own name. */
const sure = /^\s{0,8}(?:(?:go|process|promhttp)_\w{1,200}[{\s]|[a-zA-Z_:][\w:]{0,200}\{)/;

/** Whether a line can be one of an exposition: a comment with a keyword, or a name and what follows it. */
export function isPrometheus(text: string): boolean {
  return comment.test(text) || (sample.test(text) && /\{|\s[+-]?(?:[\d.]|nan|inf)/i.test(text));
}

/** Whether nothing else looks so: HELP, TYPE, labels, or a collector's own name. */
export function isSurelyPrometheus(text: string): boolean {
  return comment.test(text) || sure.test(text);
}

/** One sample, or nothing for a comment. */
export function readSample(line: Line): Read {
  const match = sample.exec(line.text);
  if (!match) return nothing;
  const name = match[1]!;
  const labels = readLabels(line, match[0].length);
  if ('damage' in labels) return labels;
  const { fields: [value = '', time = ''], columns } = cutFields(line.text.slice(labels.end), 2);
  const offset = labels.end + (columns[0] ?? 1) - 1;
  return toldAt(line, name, value, offset, { labels: labels.labels, ...timeOf(time) });
}

/** Prometheus counts milliseconds, OpenMetrics seconds: in milliseconds every time since 1973 is above 10^11. */
function timeOf(text: string): { time?: number } {
  if (!/^\d{1,20}(?:\.\d{1,20})?$/.test(text)) return {};
  const time = Number(text);
  return { time: time >= 1e11 ? time / 1000 : time };
}

type ReadLabels = { readonly labels: Labels; readonly end: number } | Extract<Read, { damage: unknown }>;

const label = /\s{0,8}([a-zA-Z_]\w{0,200})\s{0,8}=\s{0,8}"([^"\\]*(?:\\[^][^"\\]*)*)"\s{0,8}(,?)/y;

/** The labels from the offset of the brace on; none where there is no brace. */
function readLabels({ text, number }: Line, from: number): ReadLabels {
  const labels: [string, string][] = [];
  let at = text.indexOf('{', from);
  if (at === -1 || text.slice(from, at).trim() !== '') return { labels, end: from };
  for (at++; text[at] !== undefined && text[at] !== '}'; at = label.lastIndex) {
    label.lastIndex = at;
    const match = label.exec(text);
    if (!match) return { damage: damageAt('bad-label', number, at + 1, { found: quoted(text.slice(at)) }) };
    labels.push([match[1]!, match[2]!]);
  }
  if (text[at] === undefined) return { damage: damageAt('open-labels', number, from + 1, {}) };
  return { labels, end: at + 1 };
}
