import { useSignal } from '@preact/signals';
import type { Damage } from '../../../../src/engine/machine.ts';
import type { DamageCode } from '../../../../src/engine/memory/damage.ts';
import { formatNumber } from '../../../../src/i18n/quantity.ts';
import { Said } from '../../../player/Said.tsx';
import { NotListed } from '../../NotListed.tsx';
import { Skipped } from '../../Skipped.tsx';
import { MapView } from '../MapView.tsx';
import type { ViewProps } from '../Outcome.tsx';
import type { AccountReading, ServiceReading } from '../reading.ts';
import { Waiting } from '../Waiting.tsx';
import { RollupView } from '../RollupView.tsx';
import type { ProcessWords } from '../words.ts';
import { Bar } from './Bar.tsx';
import { Betweens } from './Betweens.tsx';
import { Findings } from './Findings.tsx';
import { rateOf } from './cockpit.ts';
import { accountHeadline } from './told.ts';
import { ToCockpit } from './ToCockpit.tsx';
import type { ServiceWords } from './words.ts';

/** What a service tells of itself: on one bar, with what to try, what grew between two readings, and its map. */
export function ServiceView({ reading, explainer, words, player, locale, onLine }: ViewProps<'service'>) {
  const account = useSignal(reading.account);
  const typed = useSignal('');
  const { title, paragraphs } = accountHeadline(account.value, words.service);
  /** Where another text was taken, or the reader stopped it, all stays as it was: the choice too. */
  const choose = (choice: number): void => { void explainer.account(choice).then((other) => { account.value = other; }, () => { account.value = { ...account.value }; }); };
  return (
    <>
      <section class="result">
        <div class="headline" aria-live="polite">
          <h2><Said text={title} /></h2>
          <div id="account-words">{paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>)}</div>
        </div>
        <Skipped lines={reading.skipped.map((damage) => ({ ...damage, sentence: sentence(damage, words) }))} all={reading.allSkipped} words={words.service} atLine={player.atLine} onLine={onLine} />
        {reading.readings.all > 1 && <Choice reading={reading} choice={account.value.choice} words={words.service} onChoose={choose} />}
        <Waiting waited={explainer.accounts} words={words} onStop={() => explainer.stop()} />
        {account.value.bar.length > 0 && <Bar bar={account.value.bar} limit={account.value.limit} words={words.service} describedBy="account-words" />}
        {account.value.go && <Identities key={account.value.choice} account={account.value} words={words.service} />}
        {account.value.bar.length > 0 && <Findings key={account.value.choice} findings={account.value.findings} words={words.service} />}
        <Betweens betweens={reading.betweens} typed={typed} words={words.service} />
        {account.value.pacer && <ToCockpit inputs={account.value.pacer} rate={rateOf(reading.betweens.items, Number(typed.value))} words={words.service} locale={locale} />}
      </section>
      {reading.map && <MapView reading={reading.map} explainer={explainer} words={words} player={player} locale={locale} onLine={onLine} />}
      {reading.rollup && <RollupView reading={{ kind: 'rollup', rollup: reading.rollup }} explainer={explainer} words={words} player={player} locale={locale} onLine={onLine} />}
    </>
  );
}

interface ChoiceProps { readonly reading: ServiceReading; readonly choice: number | undefined; readonly words: ServiceWords; readonly onChoose: (choice: number) => void }

/** Which of several readings the account is made of. */
function Choice({ reading, choice, words, onChoose }: ChoiceProps) {
  return (
    <p class="kind-choice">
      <label>{words.reading}{' '}
        <select value={choice} onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}>
          {reading.readings.items.map(({ source, target, line, choice: at }) => <option key={at} value={at}>{words.atLine(words.sources[source], target, formatNumber(line))}</option>)}
        </select>
      </label>
      <NotListed list={reading.readings} words={words} />
    </p>
  );
}

/** Whether the reading adds up, and what does not. */
function Identities({ account: { identities }, words }: { readonly account: AccountReading; readonly words: ServiceWords }) {
  const broken = identities.filter(({ holds }) => !holds);
  if (broken.length === 0) return <p class="aside-note">{words.identities(formatNumber(identities.length))} {words.moments}</p>;
  return (
    <div class="trouble" role="alert">
      <p>{words.broken}</p>
      <ul>{broken.map(({ whole, parts, relation, left, right }) => <li key={whole}>{words.equation(whole, parts, relation, formatNumber(left), formatNumber(right))}</li>)}</ul>
    </div>
  );
}

const sentence = ({ code, message, args }: Damage, { damage }: ProcessWords): string => (Object.hasOwn(damage, code) ? damage[code as DamageCode](args) : message);
