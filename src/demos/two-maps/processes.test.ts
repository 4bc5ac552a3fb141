import { expect, test } from 'vitest';
import { explainProcesses } from '../../../scripts/explain-processes.ts';
import processes from './processes.json' with { type: 'json' };

test('the processes shown are the recordings as the engine explains them today', () => {
  expect(processes, 'run: node scripts/explain-processes.ts').toEqual(explainProcesses());
});
