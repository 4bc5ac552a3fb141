import type { PlayerWords } from '../../src/i18n/player.ts';
import { start } from '../../src/engine/timeline.ts';
import { untranslated } from '../untranslated.ts';
import { goOn } from './go-on.ts';
import { Said } from './Said.tsx';
import type { Session } from './session.ts';

interface Props { readonly session: Session; readonly words: PlayerWords }

/** What may be done next, each a button with the line it is written as. What was done after this point is forgotten. */
export function Moves({ session, words }: Props) {
  void [session.at.value, session.input.value];
  const { moves } = session.demo;
  const { timeline } = session.run;
  if (timeline.position.moment !== 0 && !isLastMoment(session)) return <div class="moves" />;
  const picture = timeline.picture();
  if (moves!.over?.(picture) === true) return <div class="moves"><Onward session={session} words={words} /></div>;
  const next = moves!.from(picture);
  return (
    <div class="moves">
      <Side title={words.turn} ops={next.filter((op) => moves!.own(op))} session={session} />
      <Side title={words.theirTurn} ops={next.filter((op) => !moves!.own(op))} session={session} />
      <ShowWin session={session} words={words} ops={moves!.winning?.(picture)} />
    </div>
  );
}

/** After the last moment of an operation its picture is that of its end. */
function isLastMoment({ run: { timeline } }: Session): boolean {
  return timeline.event !== undefined && timeline.position.moment > 0;
}

function Side({ title, ops, session }: { readonly title: string; readonly ops: readonly unknown[]; readonly session: Session }) {
  if (ops.length === 0) return null;
  const { write } = session.demo.moves!;
  return (
    <p class="side"><span>{title}</span> <span class="choice">{ops.map((op) => <button key={write(op)} type="button" data-move={write(op)} {...untranslated} onClick={() => play(session, [op])}>{write(op)}</button>)}</span></p>
  );
}

function ShowWin({ session, words, ops }: Props & { readonly ops: readonly unknown[] | undefined }) {
  if (!ops) return null;
  return <p><button type="button" data-act="show-win" onClick={() => { if (play(session, ops, 0)) session.play(); }}>{words.showWin}</button></p>;
}

/** A game that is over leads to the next example. */
function Onward({ session, words }: Props) {
  const { presets } = session.demo;
  const next = presets[presets.indexOf(session.input.value.preset) + 1];
  if (next === undefined) return null;
  return <p><button type="button" data-act="onward" onClick={() => session.open(session.demo.input(next), start)}><Said text={words.onward(session.speaker.presetName(next))} /></button></p>;
}

/** Plays moves and stands after so many of them; false when they cannot be made. */
function play(session: Session, ops: readonly unknown[], after = ops.length): boolean {
  const { write } = session.demo.moves!;
  return goOn(session, write, ops.map(write), after);
}
