import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { liveReal } from '../../src/demos/compare.ts';
import type { Input } from '../../src/demos/demo.ts';
import type { Guess as Guessing } from '../../src/demos/play.ts';
import type { PartProps } from './More.tsx';
import { Said } from './Said.tsx';
import type { Session } from './session.ts';

/** What the reader said of an operation that is not over. */
interface Taken { readonly op: number; readonly said: unknown }

/** One bet: on which operation, what the reader said, and what our machine answered. */
interface Bet { readonly op: number; readonly yours: string; readonly ours: string; readonly hit: boolean }

/** What has been bet about one input, and the real thing's answers to it once they are there. */
interface Bets { readonly about: Input; readonly bets: readonly Bet[]; readonly real?: readonly unknown[]; readonly taken?: Taken | undefined; readonly note: string }

const none = (about: Input): Bets => ({ about, bets: [], note: '' });

/** The reader says an answer before it comes; theirs, ours and the real one stand side by side. */
export function Guess({ session, words }: PartProps) {
  const { live } = session.demo;
  const about = session.input.value;
  const [kept, keep] = useState<Bets>(none(about));
  const state = kept.about === about ? kept : none(about);
  void session.at.value;
  const { taken } = state;
  const over = taken && session.position.op > taken.op;
  const settle = (of: Taken): void => keep({ ...state, ...settled(of, state.bets, session, words) });
  useEffect(() => { if (over) settle(taken); }, [over]);
  const bet = (of: Taken): void => {
    if (!session.demo.guess!.stepwise) {
      session.seek({ op: of.op + 1, moment: 0 });
      return settle(of);
    }
    session.seek({ op: of.op, moment: 0 });
    session.step();
    keep({ ...state, taken: of, note: '' });
  };
  const askReal = async (): Promise<void> => {
    const tell = (note: string): void => keep({ ...state, note });
    keep({ ...state, ...(await answersOfReal(session, words, tell)) });
  };
  return (
    <div class="guess">
      {taken && !over ? <Pending taken={taken} session={session} words={words} /> : <Bid session={session} words={words} onBet={bet} />}
      <span role="status"><Said text={state.note} /></span>
      {state.bets.length > 0 && <Board {...state} session={session} words={words} />}
      {live && state.bets.length > 0 && !state.real && <button type="button" data-act="guess-live" onClick={() => void askReal()}>{words.checkLive}</button>}
    </div>
  );
}

/** What became of a bet whose operation is over. */
function settled({ op, said }: Taken, bets: readonly Bet[], { demo, run, speaker }: Session, words: PartProps['words']): Pick<Bets, 'bets' | 'taken' | 'note'> {
  const answer = run.timeline.answer(op);
  const [yours, ours] = [demo.guess!.write(said), demo.guess!.write(answer)];
  const hit = JSON.stringify(answer) === JSON.stringify(said);
  const missed = speaker.guess!.missed?.(yours, ours) ?? words.missed(speaker.choiceName(yours), speaker.choiceName(ours));
  return { bets: [...bets, { op, yours, ours, hit }], taken: undefined, note: hit ? words.hit : missed };
}

interface PendingProps { readonly taken: Taken; readonly session: Session; readonly words: PartProps['words'] }

/** A bet is taken, and the reader goes on to the answer step by step. */
function Pending({ taken, session, words }: PendingProps) {
  const step = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => step.current?.focus(), []);
  const { write } = session.demo.guess!;
  return <p class="transport"><Said text={words.taken(session.speaker.choiceName(write(taken.said)))} /> <button ref={step} type="button" data-act="onward" onClick={() => session.step()}>{words.step}</button></p>;
}

async function answersOfReal(session: Session, words: PartProps['words'], tell: (note: string) => void): Promise<Pick<Bets, 'note'> & { readonly real?: readonly unknown[] }> {
  try {
    const { liveGo, liveRuntime } = await import('./live-runtime.ts');
    const runtime = liveRuntime((received, total) => tell(words.fetching(received, total)));
    return { real: await liveReal(session.demo.live!, runtime).answers(session.run.timeline.program), note: words.platform(liveGo) };
  } catch (error) {
    console.error(error);
    return { note: words.liveFailed };
  }
}

interface BidProps { readonly session: Session; readonly words: PartProps['words']; readonly onBet: (bet: Taken) => void }

/** Takes a guess of the next operation's answer. */
function Bid({ session, words, onBet }: BidProps) {
  const [text, setText] = useState('');
  const guess = session.demo.guess!;
  const say = session.speaker.guess!;
  void session.at.value;
  const op = nextGuess(session, guess);
  if (op === undefined) return <p><Said text={words.noGuess} /></p>;
  const commit = (said: string): void => {
    const yours = guess.read(said);
    if (yours === undefined) return session.refuse(say.unread(said));
    onBet({ op, said: yours });
    setText('');
  };
  if (guess.choices) return <p class="transport"><Said text={say.ask(session.run.timeline.program[op])} /> {guess.choices.map((each) => <button key={each} type="button" data-act="bet" onClick={() => commit(each)}>{session.speaker.choiceName(each)}</button>)}</p>;
  return (
    <form class="transport" onSubmit={(event) => { event.preventDefault(); commit(text); }}>
      <label><Said text={say.ask(session.run.timeline.program[op])} /> <input type="text" data-act="bet" autocomplete="off" spellcheck={false} size={12} value={text} onInput={(event) => setText(event.currentTarget.value)} /></label>
      <button type="submit" data-act="commit">{words.commit}</button>
    </form>
  );
}

/** The first operation worth a bet that has not begun. */
function nextGuess({ run: { timeline } }: Session, guess: Guessing<unknown, unknown>): number | undefined {
  const { op, moment } = timeline.position;
  const from = moment === 0 ? op : op + 1;
  const found = timeline.program.slice(from).findIndex((each) => guess.about(each));
  return found < 0 ? undefined : from + found;
}

interface BoardProps extends Bets { readonly session: Session; readonly words: PartProps['words'] }

function Board({ bets, real, session, words }: BoardProps) {
  const { write } = session.demo.guess!;
  const name = (answer: string): string => session.speaker.choiceName(answer);
  return (
    <table>
      <thead><tr><th scope="col">#</th><th scope="col">{words.yours}</th><th scope="col">{words.ours}</th>{real && <th scope="col">{words.real}</th>}</tr></thead>
      <tbody>
        {bets.map(({ op, yours, ours, hit }, i) => (
          <tr key={i} data-hit={hit}><th scope="row">{op + 1}</th><td>{hit ? '=' : '≠'} {name(yours)}</td><td>{name(ours)}</td>{real && <td>{write(real[op])}</td>}</tr>
        ))}
      </tbody>
    </table>
  );
}
