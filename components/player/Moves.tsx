import type { PlayerWords } from '../../src/i18n/player.ts';
import type { Session } from './session.ts';

interface Props { readonly session: Session; readonly words: PlayerWords }

/** What may be done next, each a button with the line it is written as. What was done after this point is forgotten. */
export function Moves({ session, words }: Props) {
  void [session.at.value, session.input.value];
  const { moves } = session.demo;
  const { timeline } = session.run;
  if (timeline.position.moment !== 0 && !isLastMoment(session)) return <div class="moves" />;
  const next = moves!.from(timeline.picture());
  return (
    <div class="moves">
      <Side title={words.turn} ops={next.filter((op) => moves!.own(op))} session={session} />
      <Side title={words.theirTurn} ops={next.filter((op) => !moves!.own(op))} session={session} />
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
    <p class="side"><span>{title}</span> {ops.map((op) => <button key={write(op)} type="button" data-move={write(op)} onClick={() => play(session, op)}>{write(op)}</button>)}</p>
  );
}

/** Keeps the program up to here, adds the move and stands after it. */
function play(session: Session, op: unknown): void {
  const { write } = session.demo.moves!;
  const { program, position } = session.run.timeline;
  const done = position.moment > 0 ? position.op + 1 : position.op;
  const lines = [...program.slice(0, done), op].map(write);
  session.open({ ...session.input.value, program: lines.join('\n') }, { op: lines.length, moment: 0 });
}
