import type { Session } from './session.ts';

/** Keeps the program up to where it stands, adds lines and stands after so many of them; false when they cannot be read or run. */
export function goOn(session: Session, write: (op: unknown) => string, lines: readonly string[], after = lines.length): boolean {
  const { program, position } = session.run.timeline;
  const done = program.slice(0, position.moment > 0 ? position.op + 1 : position.op).map(write);
  return session.open({ ...session.input.value, program: [...done, ...lines].join('\n') }, { op: done.length + after, moment: 0 });
}
