import type { Real } from '../engine/machine.ts';
import type { Position } from '../engine/timeline.ts';
import type { RuntimeAnswer, RuntimeOp } from '../oracle/go-runtime/operations.ts';
import type { Demo, Live, Run, Speaker } from './demo.ts';
import type { Scene } from './scene.ts';

/** One answer of ours beside the real one, both in words. */
export interface Compared { readonly ours: string; readonly real: string; readonly agrees: boolean }

/** Where ours and the real thing part: just after the first answer that differs, with both pictures. */
export interface Parting {
  /** Counts operations from 0. */
  readonly op: number;
  readonly at: Position;
  readonly ours: Scene;
  /** Undefined where the demo cannot draw the real answers. */
  readonly real: Scene | undefined;
}

export interface Comparison {
  readonly rows: readonly Compared[];
  /** Undefined when all answers are equal. */
  readonly parting: Parting | undefined;
}

/** Lays our answers beside those of the real thing. */
export async function compare(demo: Demo, speaker: Speaker, { input, timeline: { program } }: Run, real: Real<unknown, unknown>): Promise<Comparison> {
  const run = demo.open(input);
  const ours = run.timeline.finish();
  const theirs = await real.answers(program);
  const rows = program.map((op, i) => ({
    ours: speaker.answer(op, ours[i]),
    real: speaker.answer(op, theirs[i]),
    agrees: JSON.stringify(ours[i]) === JSON.stringify(theirs[i]),
  }));
  const op = rows.findIndex(({ agrees }) => !agrees);
  return { rows, parting: op === -1 ? undefined : partingAt(op, speaker, run, theirs) };
}

function partingAt(op: number, speaker: Speaker, run: Run, theirs: readonly unknown[]): Parting {
  const at = { op: op + 1, moment: 0 };
  run.timeline.seek(at);
  const [ours, real] = [speaker.scene(run), speaker.realScene(run, theirs.slice(0, op + 1))];
  return { op, at, ours: real ? pointingOut(ours, real) : ours, real: real && pointingOut(real, ours) };
}

/** The marks that differ from another scene's drawn as what is now looked at. */
function pointingOut(scene: Scene, other: Scene): Scene {
  const others = new Map(other.marks.map((mark) => [mark.key, JSON.stringify(mark)]));
  return { ...scene, marks: scene.marks.map((mark) => ({ ...mark, now: others.get(mark.key) !== JSON.stringify(mark) })) };
}

/** The live Go runtime as what a demo's machine is compared with. */
export const liveReal = ({ ask, read }: Live<unknown, unknown>, runtime: Real<RuntimeOp, RuntimeAnswer>): Real<unknown, unknown> =>
  ({ answers: async (program) => read(await runtime.answers(ask(program)), program) });
