import { useState } from 'preact/hooks';
import { compare, liveReal, type Comparison } from '../../src/demos/compare.ts';
import type { Demo, Input, Live } from '../../src/demos/demo.ts';
import type { Real } from '../../src/engine/machine.ts';
import type { PlayerWords } from '../../src/i18n/player.ts';
import { Answers } from './Answers.tsx';
import type { PartProps } from './More.tsx';
import { Parted } from './Parted.tsx';
import { Said } from './Said.tsx';
import { loadView, type View } from './view.ts';

/** What came of asking about one input. */
interface State { readonly about: Input; readonly note: string; readonly found?: Comparison; readonly view?: View }

/** The real thing, and what to say of it once it has answered: where it ran. */
interface Witness { readonly real: Real<unknown, unknown>; readonly told: () => readonly string[] }

/** Asks the real thing the same questions and lays the answers side by side. */
export function Check(props: PartProps) {
  const { session: { demo, input }, words } = props;
  return (
    <>
      {isRecorded(demo, input.value) && <Asking {...props} act="check" label={words.check} witness={() => recorded(demo, input.value, words)} lost={unreachable} />}
      {demo.live && <Asking {...props} act="check-live" label={words.checkLive} witness={(tell) => live(demo.live!, words, tell)} lost={lostRuntime} />}
    </>
  );
}

/** A recording answers an example as it is: no other options, no other program. */
function isRecorded(demo: Demo, { preset, options, program }: Input): boolean {
  const example = Object.entries(demo.input(preset).options);
  return program === undefined && demo.hasReal(preset) && example.every(([name, value]) => options[name] === value);
}

async function recorded(demo: Demo, { preset }: Input, words: PlayerWords): Promise<Witness> {
  return { real: await demo.real(preset)!, told: () => [words.recorded] };
}

async function live(of: Live<unknown, unknown>, words: PlayerWords, tell: (note: string) => void): Promise<Witness> {
  const { liveGo, liveRuntime } = await import('./live-runtime.ts');
  const runtime = liveRuntime((received, total) => tell(words.fetching(received, total)));
  const renewed = (): readonly string[] => [...new Set(runtime.renewals.map(({ reason }) => words.renewed[reason]))];
  return { real: liveReal(of, runtime), told: () => [words.platform(liveGo), ...renewed()] };
}

interface AskingProps extends PartProps {
  readonly act: string;
  readonly label: string;
  readonly witness: (tell: (note: string) => void) => Promise<Witness>;
  /** What to say when the real thing cannot be had. */
  readonly lost: (error: unknown, words: PlayerWords) => Promise<string>;
}

function Asking({ act, label, witness, lost, ...part }: AskingProps) {
  const { session, words, locale } = part;
  const about = session.input.value;
  const [state, set] = useState<State>();
  const { found, view, note = '' } = state?.about === about ? state : {};
  const ask = async (): Promise<void> => {
    set({ about, note: words.checking });
    try {
      const { real, told } = await witness((now) => set({ about, note: now }));
      const compared = await compare(session.demo, session.speaker, session.run, real);
      set({ about, note: [verdict(compared, words), ...told()].join(locale === 'zh' ? '' : ' '), found: compared, view: await loadView(session.demo.view) });
      if (compared.parting) session.seek(compared.parting.at);
    } catch (error) {
      set({ about, note: await lost(error, words) });
    }
  };
  return (
    <div class="check">
      <button type="button" data-act={act} onClick={() => void ask()}>{label}</button>
      <span role="status"><Said text={note} /></span>
      {found && view && <Parted {...part} found={found} view={view} />}
      {found && <Answers found={found} words={words} />}
    </div>
  );
}

async function unreachable(error: unknown, words: PlayerWords): Promise<string> {
  console.error(error);
  return words.unreachable;
}

/** A sentence for a runtime that cannot be had; the next try starts afresh. */
async function lostRuntime(error: unknown, words: PlayerWords): Promise<string> {
  const { forgetRuntime } = await import('./live-runtime.ts');
  forgetRuntime();
  const failure = error instanceof Error && 'failure' in error ? String(error.failure) : '';
  if (failure === '') console.error(error);
  return words.liveFailures[failure as keyof PlayerWords['liveFailures']] ?? words.liveFailed;
}

function verdict({ rows, parting }: Comparison, words: PlayerWords): string {
  if (!parting) return words.agree(rows.length);
  return words.differ(rows.filter(({ agrees }) => !agrees).length, rows.length, parting.op + 1);
}
