import { formatNumber } from '../../../src/i18n/quantity.ts';
import { mibOf, mibSaid } from './cycle-rows.ts';
import type { Reading } from './reading.ts';
import type { GctraceWords } from './words.ts';

/** What a run comes to: a title, and paragraphs of a few sentences. */
export interface Summary { readonly title: string; readonly paragraphs: readonly string[] }

export function summaryOf(reading: Reading, places: readonly number[], words: GctraceWords): Summary {
  const { columns } = reading;
  const [first, last] = [places[0]!, places.at(-1)!];
  const from = columns.number[first] === 1 ? 0 : columns.seconds[first]!;
  const paragraphs = [takenSentences(reading, places, words), goalSentences(reading, places, words), reading.others > 0 ? [words.passed(formatNumber(reading.others))] : []];
  return {
    title: words.title(formatNumber(places.length), formatNumber(columns.seconds[last]! - from, 3)),
    paragraphs: paragraphs.filter((sentences) => sentences.length > 0).map((sentences) => sentences.join(words.gap)),
  };
}

function takenSentences({ columns }: Reading, places: readonly number[], words: GctraceWords): readonly string[] {
  const pause = (at: number): number => columns.clockSweep[at]! + columns.clockTermination[at]!;
  const longest = places.reduce((best, at) => (pause(at) > pause(best) ? at : best), places[0]!);
  const median = places.map(pause).sort((a, b) => a - b)[Math.floor(places.length / 2)]!;
  const most = (column: Float64Array): number => places.reduce((highest, at) => Math.max(highest, column[at]!), 0);
  const sum = (column: Float64Array): number => places.reduce((total, at) => total + column[at]!, 0);
  const [assist, background] = [sum(columns.cpuAssist), sum(columns.cpuBackground)];
  const forced = sum(columns.forced);
  return [
    words.pauses(formatNumber(pause(longest), 3), formatNumber(columns.line[longest]!), formatNumber(median, 3)),
    words.heaps(mibSaid(most(columns.marked)), mibSaid(most(columns.goal))),
    words.cpuTaken(formatNumber(columns.percent[places.at(-1)!]!), formatNumber((assist / Math.max(assist + background, 0.001)) * 100, 0)),
    ...(forced > 0 ? [words.forced(formatNumber(forced))] : []),
  ];
}

/** A GOGC below this nobody sets: goals that lie right above the live heap are those of a memory limit. */
const leastLikely = 10;

function fittingSentence(fitting: Reading['fitting'], words: GctraceWords): string {
  return fitting && fitting.to >= leastLikely ? words.fitting(formatNumber(fitting.from), formatNumber(fitting.to)) : words.noFitting;
}

function goalSentences({ columns: { inside }, settings: { gcPercent, memoryLimit }, fitting }: Reading, places: readonly number[], words: GctraceWords): readonly string[] {
  const judged = places.filter((at) => !Number.isNaN(inside[at]!));
  if (judged.length === 0) return [];
  const outside = judged.filter((at) => inside[at] === 0).length;
  const gogc = words.settings(gcPercent < 0 ? words.off : String(gcPercent), memoryLimit === undefined ? undefined : mibOf(memoryLimit));
  if (outside === 0) return [words.goalsHold(formatNumber(judged.length), gogc)];
  return [words.goalsFail(formatNumber(outside), formatNumber(judged.length), gogc), fittingSentence(fitting, words)];
}
