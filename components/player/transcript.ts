import type { Demo, Speaker } from '../../src/demos/demo.ts';

/** Sentences a transcript prints at most. */
const longest = 400;

/** A preset's whole run in words. */
export function transcript(demo: Demo, speaker: Speaker, preset?: string): readonly string[] {
  const run = demo.open(demo.input(preset));
  const sentences = [speaker.sentence(run)];
  while (sentences.length < longest && run.timeline.step()) sentences.push(speaker.sentence(run));
  return sentences;
}
