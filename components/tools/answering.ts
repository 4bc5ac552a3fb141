import { ProgramError } from '../../src/engine/machine.ts';
import type { Heard, Told } from './asking.ts';
import { damageOf } from './damage.ts';

/** The one who asked, while the question is being answered. */
export interface Asker<Note> {
  /** Tells how far it is. */
  readonly note: (note: Note) => void;
  /** Whether the page has said to leave it off; it can have said so only where the answer waited. */
  readonly isGone: () => boolean;
}

/** The Worker's side: answers each question; what goes wrong goes to the page as well. */
export function answering<Ask, Answer, Note = never>(
  answer: (ask: Ask, asker: Asker<Note>) => Answer | Promise<Answer>,
  transfer: (answer: Answer) => Transferable[] = () => [],
): void {
  const stopped = new Set<number>();
  const tell = (told: Told<Answer, Note>, moved: Transferable[] = []): void => self.postMessage(told, { transfer: moved });
  self.onmessage = async ({ data }: MessageEvent<Heard<Ask>>) => {
    if ('stop' in data) return void stopped.add(data.stop);
    const { id, ask } = data;
    try {
      const answered = await answer(ask, { note: (note) => tell({ id, say: 'note', note }), isGone: () => stopped.delete(id) });
      tell({ id, say: 'answer', answer: answered }, transfer(answered));
    } catch (error) {
      if (error instanceof ProgramError) tell({ id, say: 'damage', damage: damageOf(error) });
      else tell({ id, say: 'fault', message: error instanceof Error ? error.message : String(error) });
    }
  };
}
