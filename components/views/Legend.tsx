import type { Meaning } from '../../src/demos/scene.ts';
import { classOf } from './legend.ts';

interface Props { readonly title: string; readonly meanings: readonly Meaning[]; readonly words: Readonly<Record<Meaning, string>> }

/** The marks a drawing uses, each beside its word. The same in every chapter. */
export function Legend({ title, meanings, words }: Props) {
  return (
    <ul class="legend" aria-label={title}>
      {meanings.map((meaning) => (
        <li key={meaning}>
          <Swatch meaning={meaning} /> {words[meaning]}
        </li>
      ))}
    </ul>
  );
}

/** A mark of a drawing, as large as a letter. */
export function Swatch({ meaning }: { readonly meaning: Meaning }) {
  return <svg width="22" height="12" aria-hidden="true"><rect class={classOf(meaning)} x="1.5" y="1.5" width="19" height="9" /></svg>;
}
