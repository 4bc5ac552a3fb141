import { describe, expect, test } from 'vitest';
import type { Run, Speaker } from './demo.ts';
import { demos, loadDemo, type DemoId } from './index.ts';

/** What no English sentence of a figure holds, whichever number came into it. */
const slips: readonly RegExp[] = [
  /\d %/,
  /(?<!1)[123]th\b|1[123](st|nd|rd)\b/,
  /(?<!and |[\d.,])\b1 (objects|collections|cycles|visits|pages|lines|bytes|holes|blocks|goroutines|Ps|calls|segments|steps|threads|times)\b/,
  /\beach of one\b/,
  /[.!?] (one|two|three|nothing|nobody)\b/,
];

const slipsIn = (text: string): readonly string[] => slips.flatMap((slip) => slip.exec(text)?.[0] ?? []);

test('each slip is seen, and what only looks like one is let pass', () => {
  expect(['0.7 % of CPU', 'the 3th time', 'on the 12nd', '1 collections took', 'of each of one P', 'page 5. one object'].map((text) => slipsIn(text).length)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(['17.3%', 'the 11th, 4th, 22nd', '11 objects, 1 object, 3, 2 and 1 blocks', 'each of 2 Ps', 'page 5. One object'].flatMap(slipsIn)).toEqual([]);
});

/** All that a figure says at a place, in sentences and facts. */
const saidAt = (speaker: Speaker, run: Run): string => [speaker.sentence(run), ...speaker.scene(run).facts.map(({ label, value }) => `${label}: ${value}`)].join('\n');

describe.each(Object.keys(demos) as DemoId[])('%s', (id) => {
  test('says nothing that English does not', async () => {
    const demo = await loadDemo(id);
    const speaker = await demo.speak('en');
    for (const preset of demo.presets) {
      const run = demo.open(demo.input(preset));
      const found: string[] = [];
      do found.push(...slipsIn(saidAt(speaker, run)));
      while (run.timeline.step());
      expect(found, preset).toEqual([]);
    }
  });
});
