import { start } from '../../src/engine/timeline.ts';
import type { Session } from './session.ts';

const actions: Readonly<Record<string, (session: Session) => void>> = {
  ArrowRight: (session) => { session.pause(); session.step(); },
  ArrowLeft: (session) => { session.pause(); session.back(); },
  ' ': (session) => (session.playing.value ? session.pause() : session.play()),
  Home: (session) => { session.pause(); session.seek(start); },
  End: (session) => { session.pause(); session.seek({ op: session.run.timeline.program.length, moment: 0 }); },
};

/** What of a key counts. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'preventDefault'>;

/** Keys of the drawing itself. Tab and all other keys pass; a modifier means the browser's own shortcut. */
export function onKey(event: KeyPress, session: Session): void {
  const act = actions[event.key];
  if (!act || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  act(session);
}
