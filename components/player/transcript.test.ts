import { expect, test } from 'vitest';
import { loadDemo } from '../../src/demos/index.ts';
import { stopsOf } from '../../src/demos/stops.ts';
import { longestSaid, transcript } from './transcript.ts';

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

test('the longest is among what is said at a stop, and nothing said there is longer', async () => {
  const demo = await loadDemo('escape-pinball');
  const speaker = await demo.speak('en');
  const run = demo.open(demo.input());
  const stops = stopsOf(run, demo.quiet);
  const said = Array.from({ length: stops.count }, (_, stop) => {
    run.timeline.seek(stops.at(stop)!);
    return speaker.sentence(run);
  });
  const longest = longestSaid(demo, speaker);
  expect(said).toContain(longest);
  expect(Math.max(...said.map(({ length }) => length))).toBe(longest.length);
});
