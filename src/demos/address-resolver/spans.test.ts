import { expect, test } from 'vitest';
import recording from '../../../oracle/recordings/scripts/allocation.json' with { type: 'json' };
import { AddressResolver, divMulOf } from '../../engine/go/heap/address-resolver.ts';
import { sizeClasses } from '../../engine/go/size-classes.ts';
import { spans } from './spans.ts';

const { ops, answers } = recording.rows[0]!;
const objects = answers.filter((_, i) => ops[i]![0] === 0) as readonly (readonly number[])[];

test.each(spans)('the span of $elemsize-byte slots lay where the recording says', ({ base, elemsize, nelems, header }) => {
  const [, addr] = objects.find(([, , at, size, count]) => at === base && size === elemsize && count === nelems)!;
  expect(new AddressResolver(spans).apply({ do: 'find', addr: addr! })).toBe(Math.floor((addr! - base) / elemsize));
  expect((addr! - base) % elemsize).toBe(header ? 8 : 0);
});

test('multiplying and shifting divides, for every size class and every offset of its span', () => {
  for (const { size, npages } of sizeClasses.slice(1)) for (let offset = 0; offset < npages * 8192; offset += 7) expect(Math.floor((offset * divMulOf(size)) / 2 ** 32)).toBe(Math.floor(offset / size));
});
