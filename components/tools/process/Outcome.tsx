import type { ComponentType } from 'preact';
import type { Locale } from '../../../src/i18n/locales.ts';
import type { PlayerWords } from '../../../src/i18n/player.ts';
import type { DamageCode } from '../../../src/engine/memory/damage.ts';
import type { ProgramError } from '../../../src/engine/machine.ts';
import { BeingRead } from '../BeingRead.tsx';
import { Trouble } from '../Trouble.tsx';
import type { Desk } from './desk.ts';
import type { Explainer } from './explainer.ts';
import { headline } from './headline.ts';
import { MapView } from './MapView.tsx';
import { RollupView } from './RollupView.tsx';
import { stages, type Reading, type Stage } from './reading.ts';
import { ServiceView } from './service/ServiceView.tsx';
import { accountHeadline } from './service/told.ts';
import type { ProcessWords } from './words.ts';

interface Props { readonly desk: Desk; readonly words: ProcessWords; readonly player: PlayerWords; readonly locale: Locale; readonly onCancel: () => void; readonly onLine: (line: number) => void }

/** What every view of a reading is given. */
export interface ViewProps<Kind extends Reading['kind']> extends Pick<Props, 'words' | 'player' | 'locale' | 'onLine'> {
  readonly reading: Extract<Reading, { kind: Kind }>;
  readonly explainer: Explainer;
}

/** One view for each kind of reading. */
const views: { readonly [Kind in Reading['kind']]: ComponentType<ViewProps<Kind>> } = { map: MapView, rollup: RollupView, service: ServiceView };

/** What came of the text: progress, what is wrong with it, or what it says. */
export function Outcome({ desk, onCancel, ...rest }: Props) {
  const state = desk.state.value;
  return (
    <>
      <div role="status">
        {state.is === 'reading' && <Staged stage={state.stage ?? stages[0]} words={rest.words} onCancel={onCancel} />}
        {state.is === 'cancelled' && <p>{rest.words.cancelled}</p>}
        {state.is === 'read' && state.isKept && <p>{rest.words.kept}</p>}
        {state.is === 'read' && !state.isKept && <p class="unseen">{announcement(state.reading, rest.words)}</p>}
      </div>
      <Trouble state={state} words={rest.words} player={rest.player} sentence={(damage) => `${rest.player.atLine(damage.line, damage.column)}${sentence(damage, rest.words)}`} />
      {state.is === 'read' && <Read reading={state.reading} explainer={state.reader} {...rest} />}
    </>
  );
}

/** What is read aloud when a result appears: a region that comes with its words would stay silent. */
function announcement(reading: Reading, words: ProcessWords): string {
  if (reading.kind === 'rollup') return words.paragraph([words.rollup, words.rollupLimits]);
  const { title, paragraphs } = reading.kind === 'service' ? accountHeadline(reading.account, words.service) : headline(reading, words);
  return [title, ...paragraphs].join('\n');
}

/** A reading and its view share a kind, so the cast is safe. */
function Read(props: Omit<ViewProps<Reading['kind']>, 'reading'> & { readonly reading: Reading }) {
  const View = views[props.reading.kind] as ComponentType<typeof props>;
  return <View {...props} />;
}

function Staged({ stage, words, onCancel }: Pick<Props, 'words' | 'onCancel'> & { readonly stage: Stage }) {
  return <BeingRead what={words.stages[stage]} stage={stages.indexOf(stage)} stages={stages.length} cancel={words.cancel} onCancel={onCancel} />;
}

/** The damage in the reader's language. */
function sentence({ code, message, args }: ProgramError, { damage }: ProcessWords): string {
  return Object.hasOwn(damage, code) ? damage[code as DamageCode](args) : message;
}
