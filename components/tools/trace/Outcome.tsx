import type { ProgramError } from '../../../src/engine/machine.ts';
import type { Locale } from '../../../src/i18n/locales.ts';
import type { PlayerWords } from '../../../src/i18n/player.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { TraceDamage } from '../../../src/engine/allocators/trace-text.ts';
import { Said } from '../../player/Said.tsx';
import { BeingRead } from '../BeingRead.tsx';
import { Trouble } from '../Trouble.tsx';
import { ComparedView, sentences } from './ComparedView.tsx';
import type { Desk } from './desk.ts';
import { done } from './look.ts';
import type { TraceWords } from './words.ts';

interface Props { readonly desk: Desk; readonly words: TraceWords; readonly player: PlayerWords; readonly locale: Locale; readonly onCancel: () => void; readonly onBefore: (text: string, line: number) => void }

/** What came of the trace: progress, what is wrong with it, or how the allocators did. */
export function Outcome({ desk, words, player, locale, onCancel, onBefore }: Props) {
  const state = desk.state.value;
  return (
    <>
      <div role="status">
        {state.is === 'reading' && <BeingRead what={words.reading} cancel={words.cancel} onCancel={onCancel} />}
        {state.is === 'cancelled' && <p>{words.cancelled}</p>}
        {state.is === 'read' && state.isKept && <p>{words.kept}</p>}
        {state.is === 'read' && !state.isKept && isDone(desk) && <p class="unseen"><Said text={[words.title(formatNumber(state.reading.operations)), ...sentences(state.reading, done(desk), words, locale)].join('\n')} /></p>}
      </div>
      <Trouble state={state} words={words} player={player} sentence={(damage) => `${player.atLine(damage.line, damage.column)}${sentence(damage, words)}`} />
      {state.is === 'damaged' && <Before damage={state.damage} words={words} onPress={() => onBefore(state.text, state.damage.line)} />}
      {state.is === 'read' && <ComparedView key={state.reading} reading={state.reading} desk={desk} words={words} locale={locale} />}
    </>
  );
}

/** The offer to perform what could be read before a damaged line. */
function Before({ damage: { args, line }, words, onPress }: { readonly damage: ProgramError; readonly words: TraceWords; readonly onPress: () => void }) {
  const before = Number(args['before']);
  if (before === 0) return null;
  return <p class="acts"><button type="button" class="button" onClick={onPress}>{words.runBefore(formatNumber(before), formatNumber(line))}</button></p>;
}

/** Whether every chosen allocator has come to an end: what is then worth reading aloud, once. */
const isDone = (desk: Desk): boolean => desk.chosen.value.every((machine) => (desk.standings.value.get(machine)?.is ?? 'running') !== 'running');

/** The damage in the reader's language. */
function sentence({ code, message, args }: ProgramError, { damage }: TraceWords): string {
  return Object.hasOwn(damage, code) ? damage[code as TraceDamage](args) : message;
}
