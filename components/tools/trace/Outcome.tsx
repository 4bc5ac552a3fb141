import type { Locale } from '../../../src/i18n/locales.ts';
import type { PlayerWords } from '../../../src/i18n/player.ts';
import { issuesUrl } from '../../../src/i18n/project.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { TraceDamage } from '../../../src/engine/allocators/trace-text.ts';
import { ComparedView, sentences } from './ComparedView.tsx';
import type { Desk } from './desk.ts';
import { done } from './look.ts';
import type { Damage } from './reading.ts';
import type { TraceWords } from './words.ts';

interface Props { readonly desk: Desk; readonly words: TraceWords; readonly player: PlayerWords; readonly locale: Locale; readonly onCancel: () => void; readonly onBefore: (text: string, line: number) => void }

/** What came of the trace: progress, what is wrong with it, or how the allocators did. */
export function Outcome({ desk, words, player, locale, onCancel, onBefore }: Props) {
  const state = desk.state.value;
  return (
    <>
      <div role="status">
        {state.is === 'reading' && <p class="progress"><progress aria-label={words.reading} /> {words.reading} <button type="button" class="button" onClick={onCancel}>{words.cancel}</button></p>}
        {state.is === 'cancelled' && <p>{words.cancelled}</p>}
        {state.is === 'read' && isDone(desk) && <p class="unseen">{[words.title(formatNumber(state.reading.operations)), ...sentences(state.reading, done(desk), words, locale)].join('\n')}</p>}
      </div>
      {state.is === 'damaged' && (
        <>
          <p class="trouble" role="alert">{player.atLine(state.damage.line, state.damage.column)}{sentence(state.damage, words)}</p>
          {state.damage.before > 0 && <p class="acts"><button type="button" class="button" onClick={() => onBefore(state.text, state.damage.line)}>{words.runBefore(formatNumber(state.damage.before), formatNumber(state.damage.line))}</button></p>}
        </>
      )}
      {state.is === 'refused' && <p class="trouble" role="alert">{state.why}</p>}
      {state.is === 'failed' && <p class="trouble" role="alert">{words.failed} <a href={issuesUrl}>{player.report}</a></p>}
      {state.is === 'read' && <ComparedView key={state.reading} reading={state.reading} desk={desk} words={words} locale={locale} />}
    </>
  );
}

/** Whether every chosen allocator has come to an end: what is then worth reading aloud, once. */
const isDone = (desk: Desk): boolean => desk.chosen.value.every((machine) => (desk.standings.value.get(machine)?.is ?? 'running') !== 'running');

/** The damage in the reader's language. */
function sentence({ code, message, args }: Damage, { damage }: TraceWords): string {
  return Object.hasOwn(damage, code) ? damage[code as TraceDamage](args) : message;
}
