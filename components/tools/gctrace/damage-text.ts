import type { FieldName } from '../../../src/engine/go/gctrace/line.ts';
import type { Damage } from '../../../src/engine/machine.ts';
import { formatNumber } from '../../../src/i18n/quantity.ts';
import type { GctraceWords } from './words.ts';

/** What is wrong with a line, in the reader's language. */
export function damageSentence({ code, message, args }: Pick<Damage, 'code' | 'message' | 'args'>, words: GctraceWords): string {
  const name = String(args['field']) as FieldName;
  switch (code) {
    case 'field': return words.field(name, String(args['like']), String(args['found']));
    case 'cut': return words.cut(name);
    case 'long': return words.tooLong(formatNumber(Number(args['length'])), formatNumber(Number(args['limit'])));
    default: return message;
  }
}
