import type { ComponentChildren } from 'preact';
import type { TourMapping, TourPart } from '../../../src/engine/memory/map-tour.ts';
import { countedByGo } from '../../../src/engine/memory/go-counters.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import { untranslated } from '../../untranslated.ts';
import type { MapLook } from './map-look.ts';
import type { ProcessWords } from './words.ts';

const kib = (size: number): string => `${formatNumber(size)} KiB`;

/** The chosen mapping: what it is made of, how sure that is, and the proof. */
export function Panel({ look, words }: { readonly look: MapLook; readonly words: ProcessWords }) {
  const chosen = look.chosen.value;
  const last = look.reading.rows.length - 1;
  return (
    <div class="panel">
      <div class="panel-text" id="process-panel" aria-live="polite" role="region" aria-label={words.map} tabIndex={0}>
        {chosen ? <Explanation key={chosen.index} mapping={chosen.mapping} isGo={look.reading.go.isGo} words={words} /> : <p>{words.chooseOne}</p>}
      </div>
      <div class="panel-moves">
        <button type="button" class="button" disabled={look.at.value <= 0} onClick={() => look.go(look.at.value - 1)}>{words.previous}</button>
        <button type="button" class="button" disabled={look.at.value >= last} onClick={() => look.go(look.at.value + 1)}>{words.next}</button>
      </div>
    </div>
  );
}

interface ExplanationProps { readonly mapping: TourMapping; readonly isGo: boolean; readonly words: ProcessWords }

function Explanation({ mapping, isGo, words }: ExplanationProps) {
  const { start, perms, sizeKiB, residentKiB, name } = mapping;
  return (
    <>
      <p class="range"><code {...untranslated}>{start}-{endOf(mapping)} {perms}</code></p>
      {name !== '' && <p class="path"><code {...untranslated}>{name}</code></p>}
      <p class="size">{words.resident(kib(sizeKiB), residentKiB === undefined ? undefined : kib(residentKiB))}</p>
      <ul class="parts">
        {gather(mapping.parts).map(({ part, count }) => (
          <Part key={`${part.what} ${part.sizeKiB} ${part.proof.rule}`} part={part} count={count} words={words}>{isGo && words.countedBy[countedByGo(part, mapping)]}</Part>
        ))}
      </ul>
    </>
  );
}

interface PartProps { readonly part: TourPart; readonly count: number; readonly words: ProcessWords; readonly children: ComponentChildren }

function Part({ part: { what, sizeKiB, certainty, proof }, count, words, children }: PartProps) {
  const { name, is } = words.memory.what[what];
  return (
    <li>
      <p><b>{name}</b> <span class="figures">{count > 1 ? words.times(count, kib(sizeKiB)) : kib(sizeKiB)}</span></p>
      <p class="is">{words.is(is)}{children}</p>
      <p class="proof"><b>{words.sure(words.memory.certainty[certainty])}</b>{words.memory.proof[proof.rule](proof)}</p>
    </li>
  );
}

const endOf = ({ start, sizeKiB }: TourMapping): string => (parseInt(start, 16) + sizeKiB * 1024).toString(16);

/** Parts that say the same, counted, in the order in which the first of them stands. */
export function gather(parts: readonly TourPart[]): readonly { readonly part: TourPart; readonly count: number }[] {
  const groups = new Map<string, { part: TourPart; count: number }>();
  for (const part of parts) {
    const key = `${part.what} ${part.sizeKiB} ${part.certainty} ${part.proof.rule}`;
    const known = groups.get(key);
    if (known) known.count++;
    else groups.set(key, { part, count: 1 });
  }
  return [...groups.values()];
}
