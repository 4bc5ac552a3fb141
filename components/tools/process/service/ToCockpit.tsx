import type { PacerInputs } from '../../../../src/engine/memory/counters/pacer-inputs.ts';
import type { Locale } from '../../../../src/i18n/locales.ts';
import { figurePath } from '../../../../src/i18n/paths.ts';
import { Said } from '../../../player/Said.tsx';
import { cockpitQuery, cockpitSaid } from './cockpit.ts';
import type { ServiceWords } from './words.ts';

interface Props { readonly inputs: PacerInputs; readonly rate: number | undefined; readonly words: ServiceWords; readonly locale: Locale }

/** The way from a service's numbers to the figure that simulates it, and what of them it takes along. */
export function ToCockpit({ inputs, rate: between, words, locale }: Props) {
  const rate = between ?? inputs.rate;
  const { takes, leaves } = cockpitSaid(inputs, rate, words);
  const { cockpit } = words;
  return (
    <section data-part="cockpit">
      <h3>{cockpit.title}</h3>
      <p><a href={`${figurePath(locale, 'pacer-cockpit')}?${cockpitQuery(inputs, rate)}`}>{cockpit.link}</a></p>
      <p class="aside-note"><Said text={[cockpit.takes(takes), cockpit.leaves(leaves), ...(inputs.container === undefined ? [cockpit.noContainer] : []), cockpit.carries].join(words.gap)} /></p>
    </section>
  );
}
