import { useEffect, useMemo, useRef } from 'preact/hooks';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import { Said } from '../../player/Said.tsx';
import { untranslated } from '../../untranslated.ts';
import { Chart } from '../../views/Chart.tsx';
import { bestAndWorst, briefBytes, sorted, type Compared } from './compared.ts';
import type { Desk } from './desk.ts';
import { done, Look } from './look.ts';
import { MomentTable } from './MomentTable.tsx';
import { Progress } from './Progress.tsx';
import type { Reading } from './reading.ts';
import { quantities } from './quantity.ts';
import { RunTable } from './RunTable.tsx';
import { Takings } from './Takings.tsx';
import type { TraceWords } from './words.ts';

interface Props { readonly reading: Reading; readonly desk: Desk; readonly words: TraceWords; readonly locale: Locale }

/** A trace that was read: in words, drawn, and allocator by allocator as they finish. */
export function ComparedView({ reading, desk, words, locale }: Props) {
  const look = useMemo(() => new Look(reading, desk, words, locale), [reading, desk, words, locale]);
  useEffect(() => look.close, [look]);
  const chart = useRef<HTMLDivElement>(null);
  const runs = done(desk);
  const title = words.overTime(words.quantities[look.quantity.value]);
  return (
    <section class="result">
      <div class="headline">
        <h2>{words.title(formatNumber(reading.operations))}</h2>
        {sentences(reading, runs, words, locale).map((sentence) => <p key={sentence}>{sentence}</p>)}
      </div>
      <Progress desk={desk} operations={reading.operations} words={words} />
      <h3><Said text={title} /></h3>
      <QuantityChoice look={look} words={words} />
      <div class="drawing" {...untranslated} ref={chart}>
        <Chart drawing={look.drawing} title={title} describedBy="trace-moment" onPick={({ op }) => { look.cursor.value = op; }} />
      </div>
      <Scrubber look={look} runs={runs} words={words} locale={locale} />
      {runs.length > 0 && (
        <>
          <h3>{words.table}</h3>
          <RunTable runs={sorted(runs, look.order.value.column, look.order.value.descending, locale)} words={words} locale={locale} order={look.order.value}
            onSort={(column) => look.sort(column)} onName={(run) => look.follow(run)} now={look.now.value} />
          <ul class="meanings">{Object.entries(words.means).map(([column, means]) => <li key={column}><b>{words.columns[column as keyof typeof words.columns]}</b> {means}</li>)}</ul>
          <Takings reading={reading} runs={runs} words={words} title={title} locale={locale} drawing={() => chart.current?.querySelector<SVGSVGElement>('svg.chart') ?? undefined} />
        </>
      )}
    </section>
  );
}

/** What the lines of the chart show. */
function QuantityChoice({ look, words }: { readonly look: Look; readonly words: TraceWords }) {
  return (
    <fieldset class="quantities">
      <legend>{words.show}</legend>
      {quantities.map((quantity) => (
        <label key={quantity}><input type="radio" name="quantity" value={quantity} checked={look.quantity.value === quantity} onChange={() => { look.quantity.value = quantity; }} /> {words.quantities[quantity]}</label>
      ))}
    </fieldset>
  );
}

/** What is worth a sentence about a trace and its runs. */
export function sentences({ format, peakLive, peakAt, nothingHeld, forgotten }: Reading, runs: readonly Compared[], words: TraceWords, locale: Locale): readonly string[] {
  const ends = bestAndWorst(runs);
  const heap = ({ run }: Compared): string => briefBytes(run.last.peakHeap, locale);
  const name = ({ machine }: Compared): string => words.machines[machine];
  return [
    words.live(briefBytes(peakLive, locale), formatNumber(peakAt)),
    ...(ends ? [words.least(name(ends.best), heap(ends.best), name(ends.worst), heap(ends.worst))] : []),
    ...(format === 'mtrace' ? [words.mtrace] : []),
    ...(nothingHeld.count > 0 ? [words.oddities.nothingHeld(formatNumber(nothingHeld.count), formatNumber(nothingHeld.line))] : []),
    ...(forgotten.count > 0 ? [words.oddities.forgotten(formatNumber(forgotten.count), formatNumber(forgotten.line))] : []),
    ...runs.filter(({ run }) => run.refused > 0).map((each) => words.refusedSome(name(each), formatNumber(each.run.refused))),
  ];
}

/** The cursor by keyboard and thumb, and all values where it stands. */
function Scrubber({ look, runs, words, locale }: { readonly look: Look; readonly runs: readonly Compared[]; readonly words: TraceWords; readonly locale: Locale }) {
  const { marks, live, operations } = look.reading;
  const mark = look.cursor.value;
  const at = words.atOperation(formatNumber(marks[mark]!), formatNumber(operations));
  const asked = words.askedIs(briefBytes(live[mark]!, locale));
  const heaps = runs.map(({ machine, run }) => words.heapIs(words.machines[machine], briefBytes(run.moments[mark]!.heap, locale)));
  return (
    <>
      <input class="scrubber" type="range" min="0" max={marks.length - 1} value={mark} aria-label={words.scrubber} aria-valuetext={words.all([at, asked, ...heaps])}
        onInput={({ currentTarget }) => { look.cursor.value = currentTarget.valueAsNumber; }} />
      <p class="moment-line" id="trace-moment"><Said text={words.said(at, asked)} /></p>
      {runs.length > 0 && <MomentTable runs={runs} mark={mark} title={at} words={words} locale={locale} />}
    </>
  );
}
