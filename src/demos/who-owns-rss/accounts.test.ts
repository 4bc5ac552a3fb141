import { expect, test } from 'vitest';
import { explainAccounts } from '../../../scripts/explain-accounts.ts';
import accounts from './accounts.json' with { type: 'json' };

test('the processes shown are the recordings as the ledger explains them today', () => {
  expect(accounts, 'run: node scripts/explain-accounts.ts').toEqual(explainAccounts());
});
