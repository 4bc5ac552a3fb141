import { expect, test } from 'vitest';
import { loadDemo } from '../../src/demos/index.ts';
import { transcript } from './transcript.ts';

test('a run is told from its first sentence to its last, every one between', async () => {
  const demo = await loadDemo('touch-a-page');
  const speaker = await demo.speak('en');
  const run = demo.open(demo.input());
  const told = transcript(demo, speaker);
  expect(told[0]).toBe(speaker.sentence(run));
  for (const sentence of told.slice(1)) {
    run.timeline.step();
    expect(sentence).toBe(speaker.sentence(run));
  }
  expect(run.timeline.atEnd).toBe(true);
});
