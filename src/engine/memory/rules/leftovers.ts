/** What no rule has claimed. */
import { isAnonymous } from '../mapping.ts';
import type { Mapping } from '../mapping.ts';
import type { Part } from '../what.ts';

export function leftover(mapping: Mapping): Omit<Part, 'sizeKiB'> {
  return { what: isAnonymous(mapping) ? 'anonymous' : 'unknown', certainty: 'guess', proof: { rule: 'no-rule', perms: mapping.perms } };
}
