import { controls } from '../../../../src/demos/pacer-cockpit/controls.ts';
import { example, runFor, writeService } from '../../../../src/demos/pacer-cockpit/my-service.ts';
import type { PacerInputs } from '../../../../src/engine/memory/counters/pacer-inputs.ts';
import { formatNumber } from '../../../../src/i18n/quantity.ts';
import type { BetweenReading } from '../reading.ts';
import { bytesSaid } from './told.ts';
import type { ServiceWords } from './words.ts';

const mib = 2 ** 20;

/** Bytes allocated a second between the readings last told of the process; of several processes none is meant. */
export function rateOf(betweens: readonly BetweenReading[], typed: number): number | undefined {
  if (new Set(betweens.map(({ target }) => target)).size !== 1) return undefined;
  return betweens.flatMap(({ grown, seconds = typed, restarted }) => (restarted || !Number.isFinite(grown.TotalAlloc) || !(seconds > 0) ? [] : [grown.TotalAlloc! / seconds])).at(-1);
}

/** What the figure's controls can be: whole numbers within their bounds, the largest of which is off. */
interface Taken { readonly rate: number; readonly gogc: number; readonly limit: number }

function takenOf({ gcPercent, goLimit }: PacerInputs, rate: number | undefined): Taken {
  const within = ({ min, step }: { readonly min: number; readonly step: number }, most: number, value: number): number => Math.min(most, Math.max(min, Math.round(value / step) * step));
  const { rate: rates, gogc, limit } = controls;
  const beyond = goLimit === undefined || goLimit === 'none' || goLimit / mib > limit.max - limit.step;
  return {
    rate: rate === undefined ? rates.initial : within(rates, rates.max, rate / mib),
    gogc: gcPercent === undefined ? gogc.initial : gcPercent < 0 ? gogc.max : within({ ...gogc, step: 1 }, gogc.max - gogc.step, gcPercent),
    limit: beyond ? limit.max : within({ ...limit, step: 1 }, limit.max, goLimit / mib),
  };
}

/** The query that opens the figure *my service* with what is known of it. */
export function cockpitQuery(inputs: PacerInputs, rate: number | undefined): URLSearchParams {
  const { live, beside, outside, container, procs } = inputs;
  const taken = takenOf(inputs, rate);
  const keep = live / mib;
  const program = writeService({
    ...example, keep, run: runFor(keep, taken.rate), procs: procs ?? example.procs,
    stacks: beside === undefined ? example.stacks : beside / mib,
    outside: outside === undefined ? example.outside : outside / mib,
    container: container === undefined ? undefined : container / mib,
  });
  const set = (Object.keys(taken) as (keyof Taken)[]).filter((name) => taken[name] !== controls[name].initial);
  return new URLSearchParams({ demo: 'pacer-cockpit', preset: 'mine', program, ...Object.fromEntries(set.map((name) => [`o.${name}`, String(taken[name])])) });
}

/** What it takes from the text and what it leaves as in the example, in words. */
export function cockpitSaid(inputs: PacerInputs, rate: number | undefined, { cockpit: words, atLeast }: ServiceWords): { readonly takes: readonly string[]; readonly leaves: readonly string[] } {
  const { live, liveOf, beside, outside, orMore, container, procs, gcPercent, goLimit } = inputs;
  const taken = takenOf(inputs, rate);
  const { names, off, instead } = words;
  const inMiB = (size: number): string => bytesSaid(size * mib);
  const either = (told: string, figure: string): string => (told === figure ? told : instead(told, figure));
  const percent = (value: number): string => (value < 0 || value === controls.gogc.max ? off : formatNumber(value));
  const memory = (value: number | 'none'): string => (value === 'none' || value === controls.limit.max * mib ? off : bytesSaid(value));
  const told: readonly (readonly [text: string | undefined, untold: string | undefined])[] = [
    [names[liveOf](bytesSaid(live)), undefined],
    [beside === undefined ? undefined : names.beside(bytesSaid(beside)), names.beside(inMiB(example.stacks))],
    [outside === undefined ? undefined : names.outside(orMore ? atLeast(bytesSaid(outside)) : bytesSaid(outside)), names.outside(inMiB(example.outside))],
    [container === undefined ? undefined : names.container(bytesSaid(container)), undefined],
    [rate === undefined ? undefined : names.rate(either(bytesSaid(rate), inMiB(taken.rate))), names.rate(inMiB(taken.rate))],
    [procs === undefined ? undefined : names.procs(formatNumber(procs)), names.procs(formatNumber(example.procs))],
    [gcPercent === undefined ? undefined : names.gogc(either(percent(gcPercent), percent(taken.gogc))), names.gogc(percent(taken.gogc))],
    [goLimit === undefined ? undefined : names.limit(either(memory(goLimit), memory(taken.limit * mib))), names.limit(off)],
    [undefined, names.busy(formatNumber(Math.min(example.busy, procs ?? example.procs)))],
    [undefined, names.pointers(formatNumber(example.pointers))],
    [undefined, names.marks(inMiB(example.marks))],
  ];
  return {
    takes: told.flatMap(([text]) => (text === undefined ? [] : [text])),
    leaves: told.flatMap(([text, untold]) => (text === undefined && untold !== undefined ? [untold] : [])),
  };
}
