import type { Quantity } from '../i18n/quantity.ts';
import growth from '../../oracle/recordings/growth.json' with { type: 'json' };
import malloc from '../../oracle/recordings/processes/c-malloc-1.json' with { type: 'json' };

/**
 * Quantities the prose takes from recordings of the real thing: `<Claim fact="…"/>`.
 * Recording again with another Go changes the sentences that use them.
 */
const facts: Readonly<Record<string, () => Quantity>> = {
  'first-brk': () => ({ value: firstBreak() / 1024, unit: 'KiB' }),
  ...Object.fromEntries(growth.rows.map(({ go, stages }) => [`virt-${minor(go)}`, () => ({ value: stages[0]!.vmSizeKiB, unit: 'KiB' })])),
};

/** By how many bytes malloc(1) moved the break. */
function firstBreak(): number {
  const { breakBefore, breakAfter } = malloc.rows[0]!.printed;
  return Number(breakAfter) - Number(breakBefore);
}

/** `go1.26.10` → `1.26`. */
function minor(go: string): string {
  return /^go(\d+\.\d+)/.exec(go)?.[1] ?? go;
}

export const factNames: readonly string[] = Object.keys(facts);

/** The fact called `name`; an unknown name lists the known ones. */
export function factNamed(name: string): Quantity {
  const fact = facts[name];
  if (!fact) throw new Error(`There is no fact "${name}". Known: ${factNames.join(', ')}.`);
  return fact();
}
