import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { PlayerWords } from '../../../src/i18n/player.ts';
import { Chart } from '../../views/Chart.tsx';
import { canvas } from '../../player/reconcile.ts';
import { Said } from '../../player/Said.tsx';
import { untranslated } from '../../untranslated.ts';
import { NotListed } from '../NotListed.tsx';
import { CycleView } from './CycleView.tsx';
import { cycleAt, expectedAt, placesOf, type Reading } from './reading.ts';
import { chartScene, quantities, type Quantity } from './scene.ts';
import { SkippedLines } from './SkippedLines.tsx';
import { summaryOf } from './summary.ts';
import type { GctraceWords } from './words.ts';

interface Props { readonly reading: Reading; readonly words: GctraceWords; readonly player: PlayerWords; readonly onLine: (line: number) => void }

/** A log that was read: in words, drawn over time, and cycle by cycle. */
export function GctraceView({ reading, words, player, onLine }: Props) {
  const run = useSignal(1);
  const places = useMemo(() => placesOf(reading, run.value), [reading, run.value]);
  const { title, paragraphs } = summaryOf(reading, places, words);
  return (
    <section class="result">
      <div class="headline" aria-live="polite">
        <h2><Said text={title} /></h2>
        {paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}
      </div>
      <SkippedLines reading={reading} words={words} player={player} onLine={onLine} />
      {reading.runs.all > 1 && <Runs reading={reading} run={run} words={words} />}
      <Cycles key={run.value} reading={reading} places={places} words={words} onLine={onLine} />
    </section>
  );
}

/** Which run of a program, where the log has several. */
function Runs({ reading, run, words }: { readonly reading: Reading; readonly run: Signal<number>; readonly words: GctraceWords }) {
  return (
    <p class="choice">
      <label>{words.runs}{' '}
        <select value={run.value} onChange={({ currentTarget }) => { run.value = Number(currentTarget.value); }}>
          {reading.runs.items.map(({ number, cycles, line }) => <option key={number} value={number}>{words.run(formatNumber(number), formatNumber(cycles), formatNumber(line))}</option>)}
        </select>
      </label>
      <NotListed list={reading.runs} words={words} />
    </p>
  );
}

interface CyclesProps extends Pick<Props, 'reading' | 'words' | 'onLine'> { readonly places: readonly number[] }

/** The cycles over time, and one of them field by field. */
function Cycles({ reading, places, words, onLine }: CyclesProps) {
  const quantity = useSignal<Quantity>('heap');
  const cursor = useSignal(places.length - 1);
  const scene = chartScene(reading, places, quantity.value, words, cursor.value);
  const drawing = useMemo(() => canvas(scene), [reading]);
  useEffect(() => { drawing.show(scene); }, [quantity.value, cursor.value]);
  const title = words.overTime(words.quantities[quantity.value]);
  const at = places[cursor.value]!;
  const cycle = cycleAt(reading, at);
  const named = words.atCycle(formatNumber(cycle.number), formatNumber(cycle.line));
  return (
    <>
      <h3><Said text={title} /></h3>
      <fieldset class="quantities">
        <legend>{words.show}</legend>
        {quantities.map((each) => <label key={each}><input type="radio" name="quantity" checked={quantity.value === each} onChange={() => { quantity.value = each; }} /> {words.quantities[each]}</label>)}
      </fieldset>
      <div class="drawing" {...untranslated}><Chart drawing={drawing} title={title} describedBy="gctrace-cycle" onPick={({ op }) => { cursor.value = op; }} /></div>
      <input class="scrubber" type="range" min="0" max={places.length - 1} value={cursor} aria-label={words.scrubber} aria-valuetext={named} onInput={({ currentTarget }) => { cursor.value = currentTarget.valueAsNumber; }} />
      <div class="turning">
        <button type="button" class="button" disabled={cursor.value === 0} onClick={() => { cursor.value--; }}>{words.previous}</button>
        <button type="button" class="button" disabled={cursor.value >= places.length - 1} onClick={() => { cursor.value++; }}>{words.next}</button>
      </div>
      <h3 id="gctrace-cycle"><button type="button" class="quiet" onClick={() => onLine(cycle.line)}><Said text={named} /></button></h3>
      <CycleView key={at} cycle={cycle} expected={expectedAt(reading, at)} words={words.cycle} />
    </>
  );
}
