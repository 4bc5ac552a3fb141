import type { PlayerWords } from '../../../src/i18n/player.ts';
import { BeingRead } from '../BeingRead.tsx';
import { Trouble } from '../Trouble.tsx';
import { damageSentence } from './damage-text.ts';
import type { Desk } from './desk.ts';
import { GctraceView } from './GctraceView.tsx';
import { placesOf, type Reading } from './reading.ts';
import { SkippedLines } from './SkippedLines.tsx';
import { summaryOf } from './summary.ts';
import type { GctraceWords } from './words.ts';

interface Props { readonly desk: Desk; readonly words: GctraceWords; readonly player: PlayerWords; readonly onCancel: () => void; readonly onLine: (line: number) => void }

/** What came of the log: progress, why it was not read, or what it tells. */
export function Outcome({ desk, words, player, onCancel, onLine }: Props) {
  const state = desk.state.value;
  return (
    <>
      <div role="status">
        {state.is === 'reading' && <BeingRead what={words.reading} cancel={words.cancel} onCancel={onCancel} />}
        {state.is === 'cancelled' && <p>{words.cancelled}</p>}
        {state.is === 'read' && state.isKept && <p>{words.kept}</p>}
        {state.is === 'read' && !state.isKept && state.reading.count > 0 && <p class="unseen">{[summaryOf(state.reading, placesOf(state.reading, 1), words)].flatMap(({ title, paragraphs }) => [title, ...paragraphs]).join('\n')}</p>}
      </div>
      <Trouble state={state} words={words} player={player} sentence={(damage) => damageSentence(damage, words)} />
      {state.is === 'read' && state.reading.count === 0 && <NothingRead reading={state.reading} words={words} player={player} onLine={onLine} />}
      {state.is === 'read' && state.reading.count > 0 && <GctraceView key={state.reading} reading={state.reading} words={words} player={player} onLine={onLine} />}
    </>
  );
}

/** Not a single cycle: there is none, or all are damaged, and then each is named. */
function NothingRead({ reading, ...rest }: Pick<Props, 'words' | 'player' | 'onLine'> & { readonly reading: Reading }) {
  return (
    <section class="result">
      <p class="trouble" role="alert">{reading.allSkipped === 0 ? rest.words.nothing : rest.words.allDamaged}</p>
      <SkippedLines reading={reading} {...rest} />
    </section>
  );
}
