import type { BoardAnswer, BoardEvent, BoardOp, Outlook } from '../../engine/collectors/tricolor/board.ts';
import type { silent } from '../control.ts';
import type { DemoWords } from '../demo.ts';
import type { levels, Level } from './boards.ts';

type LevelControl = ReturnType<typeof silent<typeof levels>>;

/** What *Hide the white object* says beside what every demo says. */
export interface HideWords extends DemoWords<{ readonly level: LevelControl }, Level, BoardOp, BoardEvent, BoardAnswer> {
  /** What may come of the board. */
  readonly outlook: (outlook: Outlook) => string;
  readonly colors: { readonly [Color in 'white' | 'grey' | 'black' | 'gone' | 'lost']: string };
  readonly stack: string;
  readonly scanned: string;
  readonly facts: { readonly outlook: string; readonly registers: string; readonly pointsTo: (targets: string) => string; readonly nothing: string; readonly held: (targets: string) => string };
}
