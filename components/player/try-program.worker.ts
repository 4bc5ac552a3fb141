import { loadDemo } from '../../src/demos/index.ts';
import type { Input } from '../../src/demos/demo.ts';
import { attempt, type Ended, type Progress } from './attempt.ts';

/** What the Worker tells the page: that it is about to read the program, that it has and runs it, how far it is, then how that ended. */
export type Told = 'ready' | 'read' | Progress | Ended | 'unreachable';

const tell = (told: Told): void => self.postMessage(told);

async function answer(id: string, input: Input): Promise<void> {
  const demo = await loadDemo(id);
  tell('ready');
  tell(attempt(demo, input, { onRead: () => { tell('read'); }, onProgress: tell }));
}

self.onmessage = ({ data }: MessageEvent<{ id: string; input: Input }>) => {
  answer(data.id, data.input).catch(() => { tell('unreachable'); });
};
