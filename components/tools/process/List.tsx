import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { nameOf } from '../../../src/demos/two-maps/marks.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import { Said } from '../../player/Said.tsx';
import type { Explainer } from './explainer.ts';
import type { MapLook } from './map-look.ts';
import type { Page, Row } from './reading.ts';
import type { ProcessWords } from './words.ts';

/** Mappings on one page of the list. */
const count = 50;

interface Props { readonly look: MapLook; readonly explainer: Explainer; readonly words: ProcessWords }

/** Every mapping, some at a time: however many there are, the page holds only those. */
export function List({ look, explainer, words }: Props) {
  const page = useSignal<Page & { readonly from: number }>({ rows: [], all: 0, from: 0 });
  const root = useRef<HTMLDetailsElement>(null);
  useSignalEffect(() => {
    const what = look.kind.value;
    if (!look.isListed.value) return;
    const from = look.from.value;
    explainer.list({ from, count, ...(what === undefined ? {} : { what }) }).then(
      (next) => { page.value = { ...next, from }; },
      () => undefined, // another text was taken: this list is about to go
    );
  });
  useSignalEffect(() => { if (look.kind.value !== undefined) root.current?.scrollIntoView({ block: 'nearest' }); });
  return (
    <details class="mappings" ref={root} open={look.isListed.value} onToggle={({ currentTarget }) => { look.isListed.value = currentTarget.open; }}>
      <summary>{words.list(formatNumber(look.reading.mappings))}</summary>
      <KindChoice look={look} words={words} />
      <ol class="rows" start={page.value.from + 1}>{page.value.rows.map((row) => <RowButton key={row.index} row={row} look={look} words={words} />)}</ol>
      <Turning page={page.value} words={words} onTurn={(to) => { look.from.value = to; }} />
    </details>
  );
}

function KindChoice({ look, words }: { readonly look: MapLook; readonly words: ProcessWords }) {
  const kinds = look.reading.groups.flatMap((group) => group.kinds);
  return (
    <label class="kind-choice">
      {words.kind}{' '}
      <select value={look.kind.value ?? ''} onChange={({ currentTarget: { value } }) => look.list(kinds.find(({ what }) => what === value)?.what)}>
        <option value="">{words.everyKind}</option>
        {kinds.map(({ what }) => <option key={what} value={what}>{words.memory.what[what].name}</option>)}
      </select>
    </label>
  );
}

function RowButton({ row, look, words }: { readonly row: Row; readonly look: MapLook; readonly words: ProcessWords }) {
  const { start, perms, sizeKiB, residentKiB } = row.mapping;
  return (
    <li>
      <button type="button" class="row" aria-pressed={look.chosen.value?.index === row.index} onClick={() => { look.chosen.value = row; }}>
        <span class="name">{nameOf(row.mapping, words.memory)}</span> <span class="size">{formatNumber(sizeKiB)} KiB</span>
        {' '}<span class="address">{start} {perms}</span> <span class="size">{residentKiB !== undefined && words.residentOnly(`${formatNumber(residentKiB)} KiB`)}</span>
      </button>
    </li>
  );
}

function Turning({ page: { from, rows, all }, words, onTurn }: { readonly page: Page & { readonly from: number }; readonly words: ProcessWords; readonly onTurn: (from: number) => void }) {
  if (all <= count) return null;
  return (
    <p class="turning">
      <button type="button" class="button" disabled={from === 0} onClick={() => onTurn(Math.max(0, from - count))}>{words.earlier}</button>
      <span role="status"><Said text={words.range(formatNumber(from + 1), formatNumber(from + rows.length), formatNumber(all))} /></span>
      <button type="button" class="button" disabled={from + rows.length >= all} onClick={() => onTurn(from + count)}>{words.later}</button>
    </p>
  );
}
