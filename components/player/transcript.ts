import type { Demo, Speaker } from '../../src/demos/demo.ts';
import { toNextStop } from '../../src/demos/stops.ts';

/** Sentences a transcript prints at most. */
const longest = 400;

/** A preset's whole run in words. */
export function transcript(demo: Demo, speaker: Speaker, preset?: string): readonly string[] {
  const run = demo.open(demo.input(preset));
  const sentences = [speaker.sentence(run)];
  while (sentences.length < longest && run.timeline.step()) sentences.push(speaker.sentence(run));
  return sentences;
}

/** The longest of what a preset says where it stops, among as many stops as a transcript has sentences. */
export function longestSaid(demo: Demo, speaker: Speaker, preset?: string): string {
  const run = demo.open(demo.input(preset));
  let most = speaker.sentence(run);
  for (let said = 1; said < longest && toNextStop(run, demo.quiet); said++) {
    const sentence = speaker.sentence(run);
    if (sentence.length > most.length) most = sentence;
  }
  return most;
}
