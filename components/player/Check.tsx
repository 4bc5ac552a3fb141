import { useState } from 'preact/hooks';
import { compare, liveReal, type Compared } from '../../src/demos/compare.ts';
import type { Demo, Input, Live } from '../../src/demos/demo.ts';
import type { Real } from '../../src/engine/machine.ts';
import type { PlayerWords } from '../../src/i18n/player.ts';
import type { PartProps } from './More.tsx';

/** What came of asking about one input. */
interface State { readonly about: Input; readonly rows?: readonly Compared[]; readonly note: string }

/** Asks the real thing the same questions and lays the answers side by side. */
export function Check(props: PartProps) {
  const { session: { demo, input } } = props;
  return (
    <>
      {isRecorded(demo, input.value) && <Asking {...props} act="check" label={props.words.check} what={props.words.recorded} real={() => demo.real(input.value.preset)!} lost={unreachable} />}
      {demo.live && <Asking {...props} act="check-live" label={props.words.checkLive} what={props.words.platform} real={(tell) => live(demo.live!, props.words, tell)} lost={lostRuntime} />}
    </>
  );
}

/** A recording answers an example as it is: no other options, no other program. */
function isRecorded(demo: Demo, { preset, options, program }: Input): boolean {
  const example = Object.entries(demo.input(preset).options);
  return program === undefined && demo.hasReal(preset) && example.every(([name, value]) => options[name] === value);
}

async function live(of: Live<unknown, unknown>, words: PlayerWords, tell: (note: string) => void): Promise<Real<unknown, unknown>> {
  const { liveRuntime } = await import('./live-runtime.ts');
  return liveReal(of, liveRuntime((received, total) => tell(words.fetching(received, total))));
}

interface AskingProps extends PartProps {
  readonly act: string;
  readonly label: string;
  /** What the real thing is: a recording, or the platform it runs on here. */
  readonly what: string;
  readonly real: (tell: (note: string) => void) => Promise<Real<unknown, unknown>>;
  /** What to say when the real thing cannot be had. */
  readonly lost: (error: unknown, words: PlayerWords) => Promise<string>;
}

function Asking({ act, label, what, real, lost, session, words }: AskingProps) {
  const about = session.input.value;
  const [state, set] = useState<State>();
  const { rows, note = '' } = state?.about === about ? state : {};
  const ask = async (): Promise<void> => {
    set({ about, note: words.checking });
    try {
      const compared = await compare(session.demo, session.speaker, session.run, await real((now) => set({ about, note: now })));
      set({ about, rows: compared, note: `${verdict(compared, words)} ${what}` });
    } catch (error) {
      set({ about, note: await lost(error, words) });
    }
  };
  return (
    <div class="check">
      <button type="button" data-act={act} onClick={() => void ask()}>{label}</button>
      <span role="status">{note}</span>
      {rows && <Answers rows={rows} words={words} />}
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

function verdict(rows: readonly Compared[], words: PlayerWords): string {
  const wrong = rows.filter(({ agrees }) => !agrees).length;
  return wrong === 0 ? words.agree(rows.length) : words.differ(wrong, rows.length, rows.findIndex(({ agrees }) => !agrees) + 1);
}

/** Answers listed at most; the first difference always among them. */
const listed = 40;

function Answers({ rows, words }: { readonly rows: readonly Compared[]; readonly words: PlayerWords }) {
  const wrong = rows.findIndex(({ agrees }) => !agrees);
  const from = Math.max(0, Math.min(wrong - 3, rows.length - listed));
  return (
    <table>
      <thead><tr><th scope="col">#</th><th scope="col">{words.ours}</th><th scope="col">{words.real}</th></tr></thead>
      <tbody>
        {rows.slice(from, from + listed).map(({ ours, real, agrees }, i) => (
          <tr key={i} data-agrees={agrees}><th scope="row">{from + i + 1}</th><td>{ours}</td><td>{agrees ? '=' : '≠'} {real}</td></tr>
        ))}
      </tbody>
    </table>
  );
}
