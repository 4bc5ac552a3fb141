import type { Comparison } from '../../src/demos/compare.ts';
import type { PlayerWords } from '../../src/i18n/player.ts';
import { untranslated } from '../untranslated.ts';

/** Answers listed at most; the first difference always among them. */
const listed = 40;
/** Equal answers listed before the first difference. */
const before = 3;

/** Our answers and the real ones, line by line. */
export function Answers({ found: { rows, parting }, words }: { readonly found: Comparison; readonly words: PlayerWords }) {
  const from = Math.max(0, Math.min((parting?.op ?? 0) - before, rows.length - listed));
  return (
    <table {...untranslated}>
      <thead><tr><th scope="col">#</th><th scope="col">{words.ours}</th><th scope="col">{words.real}</th></tr></thead>
      <tbody>
        {rows.slice(from, from + listed).map(({ ours, real, agrees }, i) => (
          <tr key={i} data-agrees={agrees}><th scope="row">{from + i + 1}</th><td>{ours}</td><td>{agrees ? '=' : '≠'} {real}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
