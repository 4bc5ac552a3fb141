import { expect, test } from 'vitest';
import { handling, loading, over } from './budgets.ts';

test('what is within its budget is not mentioned, what is beyond it is, with what is allowed', () => {
  expect(over({ fcp: 240, lcp: 300, block: 0, cls: 0, heap: 3 }, loading, { fcp: 200, lcp: 200 })).toEqual(['lcp is 300, at most 240 is allowed']);
  expect(over({ step95: 40, drag95: 25 }, handling, { step95: 19, drag95: 20 })).toEqual(['step95 is 40, at most 35 is allowed']);
  expect(over({ fps: 57.5, warm: 300 }, handling)).toEqual(['fps is 57.5, at least 58 is allowed']);
});
