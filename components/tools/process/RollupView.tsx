import { counterOf, type Counter } from '../../../src/engine/memory/mapping.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import { untranslated } from '../../untranslated.ts';
import type { ViewProps } from './Outcome.tsx';

/** smaps_rollup: its sums by the kernel's names, and what they cannot show. */
export function RollupView({ reading: { rollup }, words }: ViewProps<'rollup'>) {
  const keys = Object.entries(counterOf) as [string, Counter][];
  return (
    <section class="result">
      <div class="headline">
        <h2>{words.rollup}</h2>
        <p>{words.rollupLimits}</p>
      </div>
      <div class="table" role="region" tabIndex={0} aria-label={words.rollup}>
        <table class="totals">
          <tbody>
            {keys.flatMap(([key, counter]) => {
              const count = rollup[counter];
              return count === undefined ? [] : [<tr key={key}><th scope="row"><code {...untranslated}>{key}</code> <small>{words.counters[counter]}</small></th><td>{formatNumber(count)} KiB</td></tr>];
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
