import { ReadingDesk } from '../reading-desk.ts';
import { Explainer } from './explainer.ts';
import type { Reading, Stage } from './reading.ts';

/** Explains one process text at a time. Its reader is kept: the mappings stay with it. */
export class Desk extends ReadingDesk<Reading, Explainer, Stage> {
  protected override open(): Explainer { return new Explainer(); }

  protected override ask(explainer: Explainer, text: string, onStage: (stage: Stage) => void): Promise<Reading> {
    return explainer.read(text, onStage);
  }
}
