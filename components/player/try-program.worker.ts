import { loadDemo } from '../../src/demos/index.ts';
import type { Input } from '../../src/demos/demo.ts';
import { ProgramError } from '../../src/engine/machine.ts';

/** A failure as it crosses from the Worker; undefined means the program came to its end. */
export type Tried = { readonly code: string; readonly message: string; readonly line: number; readonly column: number; readonly args: Readonly<Record<string, string | number>> } | undefined;

async function attempt(id: string, input: Input): Promise<Tried> {
  const demo = await loadDemo(id);
  try {
    demo.open(input).timeline.finish();
    return undefined;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    const { code, message, line, column, args } = error;
    return { code, message, line, column, args };
  }
}

self.onmessage = ({ data }: MessageEvent<{ id: string; input: Input }>) => {
  void attempt(data.id, data.input).then((tried) => self.postMessage(tried), (error: unknown) => { setTimeout(() => { throw error; }); });
};
