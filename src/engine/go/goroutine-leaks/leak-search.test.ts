import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LeakSearch, type LeakOp } from './leak-search.ts';

const go = (name: string, waits: readonly string[], holds: readonly string[] = []): LeakOp => ({ do: 'go', goroutine: { name, waits, holds } });
function leaked(...ops: readonly LeakOp[]): readonly string[] {
  const machine = new LeakSearch();
  for (const op of ops) machine.apply(op);
  return machine.apply({ do: 'profile' }).leaked;
}

test('nobody else has the channel', () => expect(leaked(go('G1', ['a']))).toEqual(['G1']));
test('a global that nobody reads hides it', () => expect(leaked(go('G1', ['a']), { do: 'global', channels: ['a'] })).toEqual([]));
test('two that hold what the other waits for have both leaked', () => expect(leaked(go('G1', ['b'], ['a']), go('G2', ['a'], ['b']))).toEqual(['G1', 'G2']));
test('a chain from one that runs is followed to its end, in whatever order it was started', () =>
  expect(leaked(go('G3', ['b']), go('G2', ['a'], ['b']), go('G1', [], ['a']))).toEqual([]));
test('who selects may be woken by either, and then the other is on a live stack', () =>
  expect(leaked(go('G1', [], ['b']), go('G2', ['a', 'b']), go('G3', ['a']))).toEqual([]));

const channel = fc.constantFrom('a', 'b', 'c', 'd');
const goroutines = fc.array(fc.record({ waits: fc.uniqueArray(channel, { maxLength: 2 }), holds: fc.uniqueArray(channel, { maxLength: 3 }) }), { maxLength: 7 });

test('what is leaked is the largest set that only itself could wake', () => {
  fc.assert(fc.property(goroutines, fc.uniqueArray(channel, { maxLength: 1 }), (list, global) => {
    const named = list.map((one, i) => ({ name: `G${i}`, ...one }));
    const lost = new Set(leaked(...named.map((goroutine): LeakOp => ({ do: 'go', goroutine })), { do: 'global', channels: global }));
    const reachable = new Set([...global, ...named.filter(({ name }) => !lost.has(name)).flatMap(({ waits, holds }) => [...waits, ...holds])]);
    for (const { name, waits } of named) expect(lost.has(name)).toBe(waits.length > 0 && !waits.some((each) => reachable.has(each)));
  }));
});
