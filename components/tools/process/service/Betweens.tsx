import type { Signal } from '@preact/signals';
import { growing, type Counter } from '../../../../src/engine/memory/counters/names.ts';
import { formatNumber } from '../../../../src/i18n/quantity.ts';
import { Said } from '../../../player/Said.tsx';
import type { Listed } from '../../listed.ts';
import { NotListed } from '../../NotListed.tsx';
import type { BetweenReading } from '../reading.ts';
import { bytesSaid } from './told.ts';
import type { ServiceWords } from './words.ts';

/** What grew between two readings of one process, and how fast, as soon as the seconds between are known: told by the text, or typed. */
export function Betweens({ betweens: list, typed, words }: { readonly betweens: Listed<BetweenReading>; readonly typed: Signal<string>; readonly words: ServiceWords }) {
  const { items: betweens } = list;
  if (betweens.length === 0) return null;
  const asks = betweens.some(({ seconds, restarted }) => seconds === undefined && !restarted);
  const told = Number(typed.value);
  return (
    <>
      <h3>{words.between}<NotListed list={list} words={words} /></h3>
      {asks && (
        <p class="kind-choice seconds">
          <label>{words.seconds} <input type="number" min="0" step="any" inputMode="decimal" value={typed} onInput={({ currentTarget }) => { typed.value = currentTarget.value; }} /></label>{' '}
          <small>{words.noSeconds}</small>
        </p>
      )}
      {betweens.map((between) => <Grown key={`${between.lines.join(' ')} ${between.target}`} between={between} seconds={between.seconds ?? (told > 0 ? told : undefined)} words={words} />)}
    </>
  );
}

interface Props { readonly between: BetweenReading; readonly seconds: number | undefined; readonly words: ServiceWords }

const amount = (name: Counter, value: number): string => (name === 'TotalAlloc' ? bytesSaid(value) : formatNumber(value));

function Grown({ between: { target, lines: [from, to], grown, restarted }, seconds, words }: Props) {
  const title = words.betweenLines(target, formatNumber(from), formatNumber(to));
  if (restarted) return <p><b>{title}</b> {words.restarted}</p>;
  const { TotalAlloc: allocated, NumGC: collections } = grown;
  return (
    <div class="table" role="region" tabIndex={0} aria-label={title}>
      <p class="aside-note">{title}</p>
      <table class="totals">
        <thead><tr><th scope="col">{words.columns.what}</th><th scope="col">{words.columns.grown}</th>{seconds !== undefined && <th scope="col">{words.columns.perSecond}</th>}</tr></thead>
        <tbody>
          {growing.filter((name) => grown[name] !== undefined).map((name) => (
            <tr key={name}><th scope="row">{words.grown[name]}</th><td>{amount(name, grown[name]!)}</td>{seconds !== undefined && <td><Said text={amount(name, grown[name]! / seconds)} /></td>}</tr>
          ))}
        </tbody>
      </table>
      {allocated !== undefined && collections !== undefined && collections > 0 && <p class="aside-note">{words.perCollection(bytesSaid(allocated / collections))}</p>}
    </div>
  );
}
