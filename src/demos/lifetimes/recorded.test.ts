import { expect, test } from 'vitest';
import recording from '../../../oracle/recordings/scripts/after-death.json' with { type: 'json' };
import { Lifetimes } from '../../engine/go/lifetimes/lifetimes.ts';
import { readLives } from './read.ts';
import { scriptOf } from './recorded.ts';

test.each(recording.rows.map(({ name }) => name))('%s: what ran after which collection, and in which order, as recorded', (name) => {
  const { ops, ran } = scriptOf(name);
  const machine = new Lifetimes();
  const ours = ops.flatMap((op) => { const answer = machine.apply(op); return op.do === 'gc' ? [answer.ran] : []; });
  expect(ours.length).toBeGreaterThan(1);
  expect(ours).toEqual(ran);
});

test('the examples are the recorded scripts', async () => {
  const { default: demo } = await import('./demo.ts');
  const scripts = { chain: 'a chain of three with finalizers: one a collection', chainCleanups: 'a chain of three with cleanups: all at once', ring: 'a cycle with finalizers: never', ringCleanups: 'a cycle with cleanups: at once', four: 'four with a finalizer, four with two cleanups' };
  for (const [preset, script] of Object.entries(scripts)) expect(readLives(demo.programText(preset)!).ops, preset).toEqual(scriptOf(script).ops);
});
