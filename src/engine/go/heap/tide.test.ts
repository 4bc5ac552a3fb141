import { expect, test } from 'vitest';
import recording from '../../../../oracle/recordings/growth.json' with { type: 'json' };
import { Tide } from './tide.ts';

const minor = (go: string): number => Number(go.split('.')[1]);

test.each(recording.rows.map(({ go, stages }) => [go, stages] as const))('the heap of %s grows as it was recorded, line by line', (go, stages) => {
  const tide = new Tide({ wholeArenas: minor(go) < 17 });
  const ours = stages.map(({ mib }) => tide.apply({ do: 'hold', mib }));
  expect(ours).toEqual(stages.map(({ heapRwKiB, reservedKiB }) => ({ rwKiB: heapRwKiB, reservedKiB })));
});

test('thirteen versions were recorded', () => { expect(recording.rows).toHaveLength(13); });

test('how much the runtime holds itself moves no line, up to one block', () => {
  const lines = (own: number) => {
    const tide = new Tide({ wholeArenas: false, own });
    return Array.from({ length: 140 }, (_, i) => tide.apply({ do: 'hold', mib: i + 1 }));
  };
  expect(lines(1)).toEqual(lines(128));
});
