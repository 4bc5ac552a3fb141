import type { PlayerWords } from '../../../src/i18n/player.ts';
import { issuesUrl } from '../../../src/i18n/project.ts';
import { damageSentence } from './damage-text.ts';
import type { Desk } from './desk.ts';
import { GctraceView } from './GctraceView.tsx';
import { placesOf } from './reading.ts';
import { summaryOf } from './summary.ts';
import type { GctraceWords } from './words.ts';

interface Props { readonly desk: Desk; readonly words: GctraceWords; readonly player: PlayerWords; readonly onCancel: () => void; readonly onLine: (line: number) => void }

/** What came of the log: progress, why it was not read, or what it tells. */
export function Outcome({ desk, words, player, onCancel, onLine }: Props) {
  const state = desk.state.value;
  return (
    <>
      <div role="status">
        {state.is === 'reading' && <p class="progress"><progress aria-label={words.reading} /> {words.reading} <button type="button" class="button" onClick={onCancel}>{words.cancel}</button></p>}
        {state.is === 'cancelled' && <p>{words.cancelled}</p>}
        {state.is === 'read' && state.reading.count > 0 && <p class="unseen">{[summaryOf(state.reading, placesOf(state.reading, 1), words)].flatMap(({ title, paragraphs }) => [title, ...paragraphs]).join('\n')}</p>}
      </div>
      {state.is === 'damaged' && <p class="trouble" role="alert">{damageSentence(state.damage, words)}</p>}
      {state.is === 'refused' && <p class="trouble" role="alert">{state.why}</p>}
      {state.is === 'failed' && <p class="trouble" role="alert">{words.failed} <a href={issuesUrl}>{player.report}</a></p>}
      {state.is === 'read' && state.reading.count === 0 && <p class="trouble" role="alert">{words.nothing}</p>}
      {state.is === 'read' && state.reading.count > 0 && <GctraceView key={state.reading} reading={state.reading} words={words} player={player} onLine={onLine} />}
    </>
  );
}
